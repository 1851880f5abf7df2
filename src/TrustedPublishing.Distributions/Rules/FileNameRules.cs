using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The rules for file names: characters and extension before the file is read; project, version and tags after its archive has been checked.
/// </summary>
internal static partial class FileNameRules
{
    public const string UnknownExtension =
        "Invalid file extension: Use .tar.gz, .whl or .zip extension. See https://www.python.org/dev/peps/pep-0527 and https://peps.python.org/pep-0715/ for more information";

    private const string Control =
        "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.";

    /// <summary>The maximum length of a file name, in bytes.</summary>
    private const int LongestName = 255;

    private const string Rebuild = "Let the build backend name the file, and do not rename it afterwards.";

    private const string Publishable = "Publish only .tar.gz sdists and .whl wheels; exclude other files from the pattern.";

    public static IEnumerable<Finding> Check(UploadForm form, string fileName)
    {
        if (fileName.Any(c => c is < ' ' or '\x7f'))
        {
            yield return Error(fileName, Control, "Rename the file.");
        }

        if (fileName.AsSpan().ContainsAny('/', '\\'))
        {
            yield return Error(fileName, @"Cannot upload a file with '/' or '\' in the name.", "Send the file's name without folders.");
        }

        if (Extension().Match(fileName) is not { Success: true } match)
        {
            yield return Error(fileName, UnknownExtension, Publishable);
        }
        else if (form.First("filetype") is { } type && !Belongs(match.Groups["extension"].Value, type))
        {
            yield return Error(fileName,
                $"Invalid file extension: Extension {match.Groups["extension"].Value} is invalid for filetype {type}. See https://www.python.org/dev/peps/pep-0527 for more information.",
                "Wheels end in .whl, source distributions in .tar.gz, in lower case.");
        }

        if (Encoding.UTF8.GetByteCount(fileName) > LongestName)
        {
            yield return Error(fileName, $"PyPI's server fails on this name with status 500 (Internal Server Error): it has more than {LongestName} bytes, which no file name can have.",
                "Shorten the project's name, the version or the tags.") with { ServerFails = true };
        }
    }

    /// <summary>The name of an sdist must be exactly the one that PEP 625 derives from project and version; a .zip is always rejected.</summary>
    public static IEnumerable<Finding> OfSdist(UploadForm form, string fileName)
    {
        var name = form.First("name") ?? "";
        if (!ProjectName.IsValid(name) || !PythonVersion.TryParse(form.First("version"), out var version))
        {
            yield break;
        }

        var expected = $"{ProjectName.InFileName(name)}-{version}.tar.gz";
        if (NameInSdist(fileName, name, version) is not { } project)
        {
            yield return Error(fileName, $"Invalid source distribution filename: {fileName}", $"The file should be named {expected}. {Rebuild}");
        }
        else if (ProjectName.Normalize(project) != ProjectName.Normalize(name))
        {
            yield return WrongProject(fileName, name, expected);
        }
        else if (fileName != expected)
        {
            yield return Error(fileName, $"Filename {PythonText.Repr(fileName)} is invalid, should be {PythonText.Repr(expected)}.", Rebuild);
        }
    }

    /// <summary>The name of a wheel: its form (PEP 427), platform tags, project, version. Python and ABI tags are not checked.</summary>
    public static IEnumerable<Finding> OfWheel(UploadForm form, string fileName, DateTimeOffset? now)
    {
        if (!DistributionFileName.TryParse(fileName, out var parsed, out var complaint))
        {
            return [Error(fileName, complaint, $"A wheel is named name-version-python-abi-platform.whl. {Rebuild}")];
        }

        var name = form.First("name") ?? "";
        return
        [
            .. parsed.PlatformTags.Select(tag => tag.ToLowerInvariant()).Distinct().Where(tag => !PlatformTags.IsAccepted(tag)).Select(tag => Platform(fileName, tag, now)),
            .. ProjectName.IsValid(name) ? OfProject(parsed, name) : [],
            .. PythonVersion.TryParse(form.First("version"), out var version) && version != parsed.Version
                ? [Error(fileName, $"Version in filename should be {PythonText.Repr(version.ToString())} not {PythonText.Repr(parsed.Version.ToString())}.", Rebuild)]
                : Array.Empty<Finding>(),
        ];
    }

    private static Finding[] OfProject(DistributionFileName parsed, string name)
    {
        var (expected, spelled) = (ProjectName.InFileName(name), parsed.Text.Split('-')[0]);
        return parsed.Project != ProjectName.Normalize(name) ? [WrongProject(parsed.Text, name, $"{expected}-….whl")]
            : spelled != expected
                ? [Error(parsed.Text, $"Filename {PythonText.Repr(parsed.Text)} should contain the normalized project name {PythonText.Repr(expected)}, not {PythonText.Repr(spelled)}.",
                    "Build the wheel with a backend that writes normalised names (setuptools 75.8.1 or later, hatchling, flit, poetry-core).")]
            : [];
    }

    private static Finding Platform(string fileName, string tag, DateTimeOffset? now) => new(DatedList.SeverityOf(PlatformTags.AsOf, now), fileName,
        $"Binary wheel '{fileName}' has an unsupported platform tag '{tag}'.",
        tag.StartsWith("linux_", StringComparison.Ordinal) ? "Repair the wheel with auditwheel, which gives it a manylinux or musllinux tag."
            : tag.StartsWith("macosx_", StringComparison.Ordinal) ? $"Use macosx_10_N or macosx_M_0 with M one of {string.Join(", ", PlatformTags.NewerMacVersions)}; MACOSX_DEPLOYMENT_TARGET decides it."
            : "Build for a platform that PyPI accepts, or do not publish this wheel there.") { IsPolicy = true };

    private static Finding WrongProject(string fileName, string name, string expected) => Error(fileName,
        $"Start filename for {PythonText.Repr(name)} with {PythonText.Repr(ProjectName.InFileName(name))}.",
        $"The file name and the metadata name different projects; the file should be named {expected}. {Rebuild}");

    /// <summary>
    /// The project's part of an sdist's name, or null if the name cannot be parsed. A post-release spelled with a dash (<c>1.0-1</c>) confuses the
    /// parser; in that case the server splits at the second-to-last dash.
    /// </summary>
    private static string? NameInSdist(string fileName, string name, PythonVersion version)
    {
        var stem = fileName.EndsWith(".zip", StringComparison.Ordinal) ? fileName[..^4] : fileName.EndsWith(".tar.gz", StringComparison.Ordinal) ? fileName[..^7] : "";
        var dash = stem.LastIndexOf('-');
        if (dash < 0 || !PythonVersion.TryParse(stem[(dash + 1)..], out _))
        {
            return null;
        }

        var project = stem[..dash];
        var second = project.LastIndexOf('-');
        return version.Post is not null && second >= 0 && ProjectName.Normalize(project) != ProjectName.Normalize(name) ? project[..second] : project;
    }

    private static bool Belongs(string extension, string type) => type switch
    {
        "sdist" => extension is ".tar.gz" or ".zip",
        "bdist_wheel" => extension == ".whl",
        _ => true,
    };

    private static Finding Error(string fileName, string text, string remedy) => new(FindingSeverity.Error, fileName, text, remedy);

    [GeneratedRegex(@"\A[^\n]+?(?<extension>\.(?:tar\.gz|zip|whl))\n?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
