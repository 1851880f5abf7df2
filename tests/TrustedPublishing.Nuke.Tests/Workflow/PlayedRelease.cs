using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A folder for each job, the artifacts between them, and the index.</summary>
internal sealed class PlayedRelease : IAsyncDisposable
{
    private readonly List<SampleRepository> sources = [];
    private readonly TemporaryDirectory publishing = new();
    private readonly TemporaryDirectory artifacts = new();
    private readonly PlayedRunner runner;

    private PlayedRelease(RehearsalIndex index, TrustedPublishingWorkflowAttribute settings)
    {
        Index = index;
        runner = new(
            GeneratedWorkflow.Parse(GeneratedWorkflow.Text(settings, SampleRepository.Facts)),
            artifacts.Path,
            new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });
        for (var leg = 0; leg < runner.Legs("build"); leg++)
        {
            sources.Add(SampleRepository.WithBuild());
        }
    }

    public RehearsalIndex Index { get; }

    public string Log => runner.Log;

    /// <summary>The names of the files on the index, in order.</summary>
    public IEnumerable<string> Published => Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal);

    public static async Task<PlayedRelease> StartAsync(TrustedPublishingWorkflowAttribute settings)
    {
        Peers.Find("sha256sum");
        var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", PendingProject = "greeter" });
        return new(index, settings);
    }

    /// <summary>The sources of a building job.</summary>
    public SampleRepository Sources(int leg) => sources[leg];

    public Task<bool> BuildAsync(int leg = 0) => runner.PlayAsync("build", sources[leg].Path, leg);

    public Task<bool> PublishAsync() => runner.PlayAsync("publish", publishing.Path);

    public string Artifact(string file) => artifacts.Combine(file.Split('/'));

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        sources.ForEach(source => source.Dispose());
        publishing.Dispose();
        artifacts.Dispose();
    }
}
