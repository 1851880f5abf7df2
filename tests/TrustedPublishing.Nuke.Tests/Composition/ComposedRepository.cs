using TrustedPublishing.Nuke.Tests.Workflow;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Composition;

/// <summary>
/// A repository with one composition of components, for which files are generated and releases are rehearsed and published as a user would do it.
/// </summary>
internal sealed class ComposedRepository(string build, Func<SampleRepository, Task> prepare, string folder) : IDisposable
{
    public const string Workflow = ".github/workflows/release.yml";

    private readonly string root = folder;
    private readonly TemporaryDirectory publishing = new();
    private readonly TemporaryDirectory artifacts = new();

    public SampleRepository Files { get; } = SampleRepository.WithBuild(folder);

    /// <summary>Creates the repository with what the composition needs; the build's root is the repository's root or a folder in it.</summary>
    public static async Task<ComposedRepository> CreateAsync(string build, Func<SampleRepository, Task> prepare, string folder = "")
    {
        var repository = new ComposedRepository(build, prepare, folder);
        await prepare(repository.Files);
        return repository;
    }

    public Task<ChildProcessResult> RunAsync(params string[] arguments) => Files.RunAsync(build, arguments);

    /// <summary>
    /// Plays the jobs of the generated file, the first one in a clean checkout, the publishing one in an empty folder. Returns what is then on the
    /// index, or fails with the log.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReleaseAsync()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", PendingProject = "greeter" });
        var workflow = GeneratedWorkflow.Parse(await File.ReadAllTextAsync(Path.Combine(Files.GitPath, Workflow), TestContext.Current.CancellationToken));
        var job = new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri };
        var runner = new PlayedRunner(workflow, artifacts.Path, job, build);
        using var checkout = SampleRepository.Clean(root);
        await prepare(checkout);
        Assert.True(await runner.PlayAsync("compile-publisher", checkout.GitPath), runner.Log);
        Assert.True(await runner.PlayAsync("build", Files.GitPath), runner.Log);
        Assert.True(await runner.PlayAsync("publish", publishing.Path), runner.Log);
        return [.. index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Files.Dispose();
        publishing.Dispose();
        artifacts.Dispose();
    }
}
