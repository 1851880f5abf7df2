using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A folder for each job, the artifacts between them, and the index.</summary>
internal sealed class PlayedRelease : IAsyncDisposable
{
    private readonly List<SampleRepository> sources = [];
    private readonly List<TemporaryDirectory> publishing = [];
    private readonly TemporaryDirectory artifacts = new();
    private readonly YamlMappingNode workflow;
    private readonly PlayedRunner runner;

    private PlayedRelease(RehearsalIndex index, string text, string build)
    {
        Index = index;
        workflow = GeneratedWorkflow.Parse(text);
        runner = new(workflow, artifacts.Path, new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri }, build);
        for (var leg = 0; leg < runner.Legs("build"); leg++)
        {
            sources.Add(SampleRepository.WithBuild());
        }
    }

    public RehearsalIndex Index { get; }

    public string Log => runner.Log;

    /// <summary>A folder whose programs take precedence over the machine's.</summary>
    public string Programs
    {
        set => runner.Programs = value;
    }

    /// <summary>The actions that ran, with their inputs.</summary>
    public IEnumerable<(string Step, string Action, Dictionary<string, string> With)> Actions => runner.Actions;

    /// <summary>The outputs of the jobs, by <c>needs.JOB.outputs.NAME</c>.</summary>
    public IDictionary<string, string> Outputs => runner.Values;

    /// <summary>The names of the files on the index, in order.</summary>
    public IEnumerable<string> Published => Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal);

    public static Task<PlayedRelease> StartAsync(TrustedPublishingWorkflowAttribute settings) => StartAsync(GeneratedWorkflow.Text(settings, SampleRepository.Facts));

    /// <param name="workflow">The workflow.</param>
    /// <param name="build">The build that its jobs run.</param>
    public static async Task<PlayedRelease> StartAsync(string workflow, string build = "PythonOnly")
    {
        Peers.Find("sha256sum");
        var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", PendingProject = "greeter" });
        return new(index, workflow, build);
    }

    /// <summary>The sources of a build job.</summary>
    public SampleRepository Sources(int leg) => sources[leg];

    /// <summary>Compiles the publisher and builds on the first image.</summary>
    public async Task BuildAsync()
    {
        await CompileAsync();
        Assert.True(await BuildAsync(0), Log);
    }

    public async Task CompileAsync()
    {
        const string Seal = "needs.compile-publisher.outputs.seal";
        var (archive, seal) = await CompiledPublishers.GetAsync(workflow["jobs"]["compile-publisher"].ToString(), async () =>
        {
            using var clean = SampleRepository.Clean();
            Assert.True(await runner.PlayAsync("compile-publisher", clean.Path), Log);
            return (await File.ReadAllBytesAsync(Artifact("publisher/publisher.tar"), TestContext.Current.CancellationToken), runner.Values[Seal]);
        });
        Directory.CreateDirectory(Artifact("publisher"));
        await File.WriteAllBytesAsync(Artifact("publisher/publisher.tar"), archive, TestContext.Current.CancellationToken);
        runner.Values[Seal] = seal;
    }

    /// <param name="leg">The index of the image.</param>
    /// <param name="before">An action before a step.</param>
    public Task<bool> BuildAsync(int leg, (string Step, Action Happening)? before = null) =>
        runner.PlayAsync("build", sources[leg].Path, leg, before is { } at ? new Dictionary<string, Action> { [at.Step] = at.Happening } : null);

    /// <summary>Publishes in a new folder, like every run of the job.</summary>
    /// <param name="tamper">Changes the files that were handed over, before they are verified.</param>
    public Task<bool> PublishAsync(Action<string>? tamper = null) => PublishAsync("Check the seals", tamper);

    /// <param name="step">The step before which the action runs.</param>
    /// <param name="happening">The action in the folder of the files that were handed over.</param>
    public async Task<bool> PublishAsync(string step, Action<string>? happening)
    {
        var folder = new TemporaryDirectory();
        publishing.Add(folder);
        return await runner.PlayAsync("publish", folder.Path, before: happening is null ? null : new Dictionary<string, Action> { [step] = () => happening(folder.Combine("handed-over")) });
    }

    /// <summary>Adds the files to the tag's release, with a fake GitHub client that records its commands.</summary>
    /// <param name="folder">The folder of the job; its <c>gh.log</c> contains a line for each command.</param>
    /// <param name="exists">Whether the tag already has a release.</param>
    public async Task<bool> ReleaseAsync(TemporaryDirectory folder, bool exists)
    {
        folder.WriteProgram("bin/gh", $"#!/bin/sh\necho \"$GH_TOKEN $GH_REPO $*\" >> '{folder.Combine("gh.log")}'\n[ \"$2\" != view ] || exit {(exists ? 0 : 1)}\n");
        runner.Programs = folder.Combine("bin");
        return await runner.PlayAsync("release", folder.Path);
    }

    public string Artifact(string file) => artifacts.Combine(file.Split('/'));

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        sources.ForEach(source => source.Dispose());
        publishing.ForEach(folder => folder.Dispose());
        artifacts.Dispose();
    }
}
