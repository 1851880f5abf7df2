using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>The implementation of the target <c>SetUpRelease</c>: inspect, ask, show, ask, write, and report what remains to be done.</summary>
internal static class ReleaseSetupRun
{
    public static Task ExecuteAsync(IBuildHost host, ReleaseSetupRequest request) => TargetRun.ExecuteAsync(ManualSection.SetUpFailed, () => SetUpAsync(host, request));

    private static async Task SetUpAsync(IBuildHost host, ReleaseSetupRequest request)
    {
        var canAsk = Confirmation.CanAsk(host);
        var kind = KindOf(request, canAsk);
        var files = MissingFiles.Find(request.Facts, kind, NameOf(host, request, canAsk));
        Show(files);
        if (files.Count > 0 && IsConfirmed(request, canAsk))
        {
            foreach (var file in files)
            {
                file.Write(host.Root);
                BuildLog.Information($"Wrote {file.Path}");
            }
        }

        foreach (var line in ReleaseSetupTexts.Code(kind, request.IsDeclared, Components(request, kind)))
        {
            BuildLog.Information(line);
        }

        BuildLog.Information(ReleaseSetupTexts.Remaining);
        await DoctorRun.ReportAsync([request.Doctor]);
    }

    private static ProjectKind KindOf(ReleaseSetupRequest request, bool canAsk) =>
        request.Kind is { } given ? Choice.Parse<ProjectKind>("--set-up-kind", given)
        : !request.Facts.HasProjectFile && canAsk ? Choice.Parse<ProjectKind>("The answer", Confirmation.Answer(ReleaseSetupTexts.KindQuestion) ?? nameof(ProjectKind.Python))
        : ProjectKind.Python;

    private static string NameOf(IBuildHost host, ReleaseSetupRequest request, bool canAsk)
    {
        var usual = GitRemote.Read(host.Root)?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(host.Root));
        var clean = string.Concat(usual.Select(character => char.IsAsciiLetterOrDigit(character) || "._-".Contains(character, StringComparison.Ordinal) ? character : '-')).Trim('.', '_', '-');
        var fallback = ProjectName.IsValid(clean) ? clean : "project";
        var name = request.Name ?? (!request.Facts.HasProjectFile && canAsk ? Confirmation.Answer(ReleaseSetupTexts.NameQuestion(fallback)) : null) ?? fallback;
        return ProjectName.IsValid(name) ? name : throw new Failure(ReleaseSetupTexts.NoName(name));
    }

    private static void Show(IReadOnlyList<MissingFile> files)
    {
        if (files.Count == 0)
        {
            BuildLog.Information(ReleaseSetupTexts.NothingMissing);
        }

        foreach (var file in files)
        {
            BuildLog.Information(ReleaseSetupTexts.Heading(file));
            foreach (var line in file.Content.Trim('\n').Split('\n'))
            {
                BuildLog.Information($"    {line}");
            }
        }
    }

    private static bool IsConfirmed(ReleaseSetupRequest request, bool canAsk)
    {
        if (request.IsConfirmed)
        {
            return true;
        }

        if (canAsk && Confirmation.Ask(ReleaseSetupTexts.Question))
        {
            return true;
        }

        BuildLog.Information(canAsk ? ReleaseSetupTexts.Declined : ReleaseSetupTexts.NotConfirmed);
        return false;
    }

    /// <summary>Recommended components that the class does not have.</summary>
    private static IReadOnlyList<string> Components(ReleaseSetupRequest request, ProjectKind kind)
    {
        string[] wanted =
        [
            .. kind is ProjectKind.Tool ? ["IPackDotNetTool"] : (string[])[],
            .. kind is ProjectKind.Native ? ["IPackNativeLibrary"] : (string[])[],
            nameof(IRehearsePublish),
            nameof(ICheckWorkflow),
        ];
        return [.. wanted.Except(request.Components)];
    }
}
