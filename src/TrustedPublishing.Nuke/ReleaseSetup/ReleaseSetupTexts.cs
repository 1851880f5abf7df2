using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>The messages of the target <c>SetUpRelease</c>.</summary>
internal static class ReleaseSetupTexts
{
    public const string Attribute = "[TrustedPublishingWorkflow(\"release\", OnPushTags = [\"v*\"], Environment = \"pypi\")]";

    public const string NothingMissing = "No file is missing.";

    public const string Question = "Write these files? Type yes: ";

    public const string NotConfirmed = "Nothing was written. To write these files, run the same command with --set-up-confirm.";

    public const string Declined = "Nothing was written.";

    public const string KindQuestion = "What is published? Python, Tool (a .NET command) or Native (Python around a native library) [Python]: ";

    public const string Remaining = "Remaining steps, according to Doctor:";

    public static string NameQuestion(string name) => $"Name of the project on the index [{name}]: ";

    public static string NoName(string name) => $"--set-up-name {NameComplaint(name)}";

    /// <summary>What is wrong with the name of a project, behind the parameter that gives it; null when nothing is.</summary>
    public static string? NameComplaint(string name) => ProjectName.IsValid(name) ? null
        : $"{ParameterDiagnostics.Shown(name)} is not a valid project name: use letters, digits, '.', '_' and '-', with a letter or digit at both ends.";

    public static string Heading(MissingFile file) => file.IsAppended ? $"{file.Path} lacks:" : $"{file.Path} is missing. Proposed content:";

    /// <summary>Lines for the build class, which only its author can write.</summary>
    public static IEnumerable<string> Code(ProjectKind kind, bool isDeclared, IReadOnlyList<string> components)
    {
        if (!isDeclared)
        {
            yield return "Add this line above your build class; every local run then keeps the workflow up to date:";
            yield return $"    {Attribute}";
        }

        if (components.Count > 0)
        {
            yield return $"Add to the list behind 'NukeBuild': {string.Join(", ", components)}";
        }

        if (kind is ProjectKind.Tool && components.Contains("IPackDotNetTool"))
        {
            yield return "and this line to the class, with the path of your console project:";
            yield return "    AbsolutePath IPackDotNetTool.ToolProject => RootDirectory / \"src\" / \"Tool\" / \"Tool.csproj\";";
        }

        if (kind is ProjectKind.Native && components.Contains("IPackNativeLibrary"))
        {
            yield return "and this line to the class, with the path of your library's project:";
            yield return "    AbsolutePath IPackNativeLibrary.NativeProject => RootDirectory / \"src\" / \"Library\" / \"Library.csproj\";";
        }
    }
}
