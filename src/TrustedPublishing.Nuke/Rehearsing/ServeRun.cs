using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>The implementation of the target <c>ServeIndex</c>. The credentials that it prints are worthless anywhere else.</summary>
internal static class ServeRun
{
    public static Task ExecuteAsync(RehearsalRequest request) => TargetRun.ExecuteAsync(ManualSection.RehearsalFailed, () => ServeAsync(request));

    private static async Task ServeAsync(RehearsalRequest request)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interruption = new Interruption(_ => { });
        using var registration = interruption.Token.Register(stopped.SetResult);
        await using var index = await RehearsalSetup.StartAsync(request.Index);
        // The trusted publisher may create this project; the API token can create any other.
        var project = DeclaredProject.NameIn(request.ProjectFolder) ?? RehearsalSetup.UnnamedProject;
        index.RegisterFor(project, RehearsalSetup.PublisherOf(request.Releases[^1]));
        var job = index.JobEnvironment();
        foreach (var (name, value) in Lines(index, job))
        {
            BuildLog.Credential($"{(name + ":").PadRight(31)} {value}");
        }

        BuildLog.Information("Serving. Ctrl+C stops.");
        await stopped.Task;
        BuildLog.Information("Stopped.");
    }

    private static IEnumerable<(string Name, string Value)> Lines(RehearsalIndex index, IReadOnlyDictionary<string, string> job) =>
    [
        ("Pages for people", index.BaseUrl.AbsoluteUri),
        ("Upload URL", index.Index.UploadUrl.AbsoluteUri),
        ("Simple URL", index.Index.SimpleUrl.AbsoluteUri),
        ("API token (user __token__)", index.AddUserToken("rehearsal").Reveal()),
        ("ACTIONS_ID_TOKEN_REQUEST_URL", job["ACTIONS_ID_TOKEN_REQUEST_URL"]),
        ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]),
    ];
}
