using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions;

/// <summary>
/// PyPI's rules for uploads, in one place: the client applies them to every file before the first byte is sent, the rehearsal index to
/// every upload. Each method corresponds to a step of the server's order of checks and yields findings in the server's order, so that
/// the first error of the first failing step is the one that PyPI answers with. Rules that rest on lists which change (classifiers, platform
/// tags, metadata versions) yield warnings once their list is old by <c>now</c>: after 60 days for classifiers, after a year for the others; without
/// <c>now</c> they yield errors. Where PyPI's server does not refuse something but fails at it, <see cref="Finding.ServerFails"/> says so.
/// </summary>
public static class UploadRules
{
    /// <summary>Form fields and metadata (protocol version, name, file type, digests, core metadata). Findings name no file; the caller knows it.</summary>
    public static IEnumerable<Finding> OfForm(UploadForm form, DateTimeOffset? now = null) =>
        FormStages.Of(form, now).Select(complaint => new Finding(complaint.Severity, null, complaint.Text, complaint.Remedy) { ServerFails = complaint.ServerFails, IsPolicy = complaint.IsPolicy });

    /// <summary>Whether the description renders. A warning says what of it could not be judged.</summary>
    public static IEnumerable<Finding> OfDescription(UploadForm form) => DescriptionRules.Of(form);

    /// <summary>Characters and extension of the file name, and whether they fit the file type.</summary>
    public static IEnumerable<Finding> OfFileName(UploadForm form, string fileName) => FileNameRules.Of(form, fileName);

    /// <summary>The archive's structure and content, and that the file name fits name and version. The stream must be seekable; it is left open.</summary>
    public static IEnumerable<Finding> OfArchive(UploadForm form, string fileName, Stream content, DateTimeOffset? now = null) =>
        ArchiveRules.Check(form, fileName, content, now);

    /// <summary>Whether a project of this name may be created. What only the index knows (taken, similar, prohibited names) is not judged.</summary>
    public static IEnumerable<Finding> OfNewProject(string name) => NewProjectRules.Of(name);

    /// <summary>The size of one file against a limit in bytes (PyPI's default: 100 MiB).</summary>
    public static IEnumerable<Finding> OfSize(string fileName, string project, long size, long limit) => SizeRules.Of(fileName, project, size, limit);

    /// <summary>What only shows in the set: one project, one version, one sdist.</summary>
    public static IEnumerable<Finding> OfSet(IReadOnlyList<Distribution> distributions) => SetRules.Of(distributions);
}
