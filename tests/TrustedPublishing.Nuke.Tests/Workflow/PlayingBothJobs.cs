using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated workflow, played step by step in two empty folders, publishing into an index.</summary>
public sealed class PlayingBothJobs
{
    [Fact]
    public async Task PublishesWhatTheFirstJobSealed()
    {
        await using var played = await Played.StartAsync();

        Assert.True(await played.BuildAsync(), played.Log);
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], played.Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("distributions-ubuntu-24.04/greeter-1.0.0-py3-none-any.whl", "A distribution in handed-over/ubuntu-24.04 is missing or not the one that was sealed.")]
    [InlineData("distributions-ubuntu-24.04/SHA256SUMS", "SHA256SUMS in handed-over/ubuntu-24.04 is not the one that the building job sealed.")]
    [InlineData("distributions-ubuntu-24.04/greeter-1.0.1-py3-none-any.whl", "A file in handed-over/ubuntu-24.04 was not sealed.")]
    [InlineData("build/evil.dll", "A file beside the compiled build was not sealed.")]
    [InlineData("build/build.tar", "The compiled build is not the one that the building job sealed.")]
    public async Task RefusesWhatWasChangedOnTheWayBeforeAnyTokenIsAskedFor(string file, string refusal)
    {
        await using var played = await Played.StartAsync();
        Assert.True(await played.BuildAsync(), played.Log);

        await File.AppendAllTextAsync(played.Artifact(file), "tampered", TestContext.Current.CancellationToken);

        Assert.False(await played.PublishAsync());
        Assert.Contains($"::error::{refusal} Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Fact]
    public async Task RefusesAMissingFileBeforeAnyTokenIsAskedFor()
    {
        await using var played = await Played.StartAsync();
        Assert.True(await played.BuildAsync(), played.Log);

        File.Delete(played.Artifact("distributions-ubuntu-24.04/greeter-1.0.0.tar.gz"));

        Assert.False(await played.PublishAsync());
        Assert.Empty(played.Index.Requests);
    }

    /// <summary>Two folders, the artifacts between them, and the index.</summary>
    private sealed class Played : IAsyncDisposable
    {
        private readonly SampleRepository sources = new();
        private readonly TemporaryDirectory publishing = new();
        private readonly TemporaryDirectory artifacts = new();
        private readonly PlayedRunner runner;

        private Played(RehearsalIndex index)
        {
            Index = index;
            var facts = GeneratedWorkflow.Facts with { BuildAssembly = Path.GetFileName(SampleRepository.BuildAssembly) };
            sources.Write(".nuke/parameters.json", "{}\n");
            sources.Write("build.sh", $"#!/usr/bin/env bash\nexec dotnet build/bin/Debug/{facts.BuildAssembly} \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(sources.Combine("build.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            sources.AddBuild();
            runner = new(
                GeneratedWorkflow.Parse(GeneratedWorkflow.Text(GeneratedWorkflow.Settings, facts)),
                artifacts.Path,
                new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });
        }

        public RehearsalIndex Index { get; }

        public string Log => runner.Log;

        public static async Task<Played> StartAsync()
        {
            Peers.Find("bash");
            Peers.Find("sha256sum");
            var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
            index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", PendingProject = "greeter" });
            return new(index);
        }

        public Task<bool> BuildAsync() => runner.PlayAsync("build", sources.Path);

        public Task<bool> PublishAsync() => runner.PlayAsync("publish", publishing.Path);

        public string Artifact(string file) => artifacts.Combine(file.Split('/'));

        public async ValueTask DisposeAsync()
        {
            await Index.DisposeAsync();
            sources.Dispose();
            publishing.Dispose();
            artifacts.Dispose();
        }
    }
}
