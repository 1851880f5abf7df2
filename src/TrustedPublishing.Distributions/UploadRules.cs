using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions;

/// <summary>
/// PyPI's rules for uploads in one place: the client applies them to every file before the first byte is sent, the embedded index to
/// every upload. Each method corresponds to one of the server's checks and yields findings in the server's order, so that
/// the first error of the first failing step is the one PyPI reports. Rules based on lists that change (classifiers, platform
/// tags, metadata versions) yield warnings when their list is old at the time <c>now</c>: after 60 days for classifiers, after a year for the others; without
/// <c>now</c> they yield errors. If PyPI's server fails on something instead of rejecting it, <see cref="Finding.ServerFails"/> is set.
/// </summary>
public static class UploadRules
{
    /// <summary>Form fields and metadata (protocol version, name, file type, digests, core metadata). Findings do not name the file; the caller knows it.</summary>
    public static IEnumerable<Finding> OfForm(UploadForm form, DateTimeOffset? now = null) =>
        FormStages.Check(form, now).Select(complaint => new Finding(complaint.Severity, null, complaint.Text, complaint.Remedy) { ServerFails = complaint.ServerFails, IsPolicy = complaint.IsPolicy });

    /// <summary>Whether the description renders. A warning names the parts that could not be checked.</summary>
    public static IEnumerable<Finding> OfDescription(UploadForm form) => DescriptionRules.Check(form);

    /// <summary>The characters and extension of the file name, and whether they match the file type.</summary>
    public static IEnumerable<Finding> OfFileName(UploadForm form, string fileName) => FileNameRules.Check(form, fileName);

    /// <summary>The archive's structure and content, and whether the file name matches name and version. The stream must be seekable; it is left open.</summary>
    public static IEnumerable<Finding> OfArchive(UploadForm form, string fileName, Stream content, DateTimeOffset? now = null) =>
        ArchiveRules.Check(form, fileName, content, now);

    /// <summary>Whether a project with this name can be created. What only the index knows (taken, similar, prohibited names) is not checked.</summary>
    public static IEnumerable<Finding> OfNewProject(string name) => NewProjectRules.Check(name);

    /// <summary>The size of one file against a limit in bytes (PyPI's default: 100 MiB).</summary>
    public static IEnumerable<Finding> OfSize(string fileName, string project, long size, long limit) => SizeRules.Check(fileName, project, size, limit);

    /// <summary>Rules for the set of files: one project, one version, one sdist.</summary>
    public static IEnumerable<Finding> OfSet(IReadOnlyList<Distribution> distributions) => SetRules.Check(distributions);
}
