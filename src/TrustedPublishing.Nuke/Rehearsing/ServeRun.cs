using Serilog;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>What the target <c>ServeIndex</c> does. The credentials it prints are worth nothing anywhere else.</summary>
internal static class ServeRun
{
    public static async Task ExecuteAsync(IServeIndex build)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interruption = new Interruption(() => { });
        using var registration = interruption.Token.Register(stopped.SetResult);
        await using var index = await RehearsalParameters.StartAsync(build);
        // The trusted publisher may create this project; any other can be created with the API token.
        var project = DeclaredProject.NameIn(ChosenProject.FolderOf(build)) ?? RehearsalParameters.UnnamedProject;
        index.RegisterFor(project, RehearsalParameters.PublisherOf(PublishParameters.Of(build)));
        var job = index.JobEnvironment();
        foreach (var (name, value) in Lines(index, job))
        {
            Log.Information("{Name:l} {Value:l}", (name + ":").PadRight(31), value);
        }

        Log.Information("Serving. Ctrl+C stops.");
        await stopped.Task;
        Log.Information("Stopped.");
    }

    private static IEnumerable<(string Name, string Value)> Lines(RehearsalIndex index, IReadOnlyDictionary<string, string> job) =>
    [
        ("Upload URL", index.Index.UploadUrl.AbsoluteUri),
        ("Simple URL", index.Index.SimpleUrl.AbsoluteUri),
        ("API token (user __token__)", index.AddUserToken("rehearsal").Reveal()),
        ("ACTIONS_ID_TOKEN_REQUEST_URL", job["ACTIONS_ID_TOKEN_REQUEST_URL"]),
        ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]),
    ];
}
