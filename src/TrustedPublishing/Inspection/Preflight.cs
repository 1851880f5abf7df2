using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Inspection;

/// <summary>
/// Applies the index's rules to one file, in the index's order; the rules for the archive come last and need no digest. Errors of later steps are
/// also reported, so that the user sees everything at once.
/// </summary>
internal static class Preflight
{
    /// <summary>PyPI's default limit for a file, in bytes (100 MiB).</summary>
    private const long SizeLimit = 100L * 1024 * 1024;

    public static IReadOnlyList<Finding> Check(Distribution distribution, DateTimeOffset now)
    {
        var form = UploadForm.From(distribution);
        var name = distribution.FileName.Text;
        return
        [
            .. ArchivedMetadataRules.Check(distribution.Metadata).Select(finding => finding with { FileName = name }),
            .. UploadRules.OfForm(form, now).Select(finding => finding with { FileName = name }),
            .. UploadRules.OfDescription(form).Select(finding => finding with { FileName = name }),
            .. UploadRules.OfFileName(form, name),
            .. UploadRules.OfSize(name, distribution.FileName.Project, distribution.Size, SizeLimit),
        ];
    }

    /// <summary>The first error of a file whose metadata cannot be read, so that only the name tells its format.</summary>
    public static Finding? FirstError(DistributionFileName name, Stream content, DateTimeOffset now)
    {
        FormField[] fields =
        [
            new("filetype", name.Kind == DistributionKind.Wheel ? "bdist_wheel" : "sdist"),
            new("name", name.Project),
            new("version", name.Version.ToString()),
        ];
        return UploadRules.OfArchive(new(fields), name.Text, content, now).FirstOrDefault(finding => finding is { Severity: FindingSeverity.Error, IsPolicy: false });
    }
}
