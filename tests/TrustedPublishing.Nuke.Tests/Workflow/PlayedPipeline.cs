using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// Plays the jobs of a generated pipeline as GitLab's runner does: every job in an empty folder or with the sources, all commands in one bash,
/// artifacts copied to where they were, the dotenv report as variables, identity tokens only for jobs that declare them.
/// </summary>
internal sealed class PlayedPipeline : IAsyncDisposable
{
    private readonly SampleRepository sources = SampleRepository.WithBuild();
    private readonly TemporaryDirectory publishing = new();
    private readonly TemporaryDirectory artifacts = new();
    private readonly Dictionary<string, string> seals = new(StringComparer.Ordinal);
    private readonly YamlMappingNode pipeline;

    private PlayedPipeline(RehearsalIndex index)
    {
        Index = index;
        pipeline = GeneratedWorkflow.Parse(Text(index));
    }

    /// <summary>The pipeline that publishes into an index of the tests.</summary>
    public static string Text(RehearsalIndex index)
    {
        var settings = GeneratedWorkflow.GitLabSettings;
        settings.Index = index.Index.UploadUrl.AbsoluteUri;
        settings.Audience = "pypi";
        return GeneratedWorkflow.Text(settings, SampleRepository.Facts);
    }

    public RehearsalIndex Index { get; }

    public string Log { get; private set; } = "";

    /// <summary>The folder in which the publishing job runs.</summary>
    public TemporaryDirectory Publishing => publishing;

    public static async Task<PlayedPipeline> StartAsync()
    {
        Peers.Find("sha256sum");
        return new(await StartIndexAsync());
    }

    /// <summary>An index where the pipeline is registered.</summary>
    public static async Task<RehearsalIndex> StartIndexAsync()
    {
        var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", Environment = "pypi", PendingProject = "greeter" });
        return index;
    }

    public async Task<bool> BuildAsync()
    {
        if (!await RunAsync("build", sources.Path))
        {
            return false;
        }

        var artifact = pipeline["build"]["artifacts"];
        foreach (var path in ((YamlSequenceNode)artifact["paths"]).Select(path => path.ToString()))
        {
            PlayedShell.Copy(sources.Combine(path), artifacts.Combine(path));
        }

        foreach (var (name, value) in await PlayedShell.ReadAsync(sources.Combine(artifact["reports"]["dotenv"].ToString())))
        {
            seals.Add(name, value);
        }

        return true;
    }

    public Task<bool> PublishAsync()
    {
        Assert.Equal("[ build ]", pipeline["publish"]["needs"].ToString());
        PlayedShell.Copy(artifacts.Path, publishing.Path);
        return RunAsync("publish", publishing.Path);
    }

    /// <summary>The path of something that the building job handed over.</summary>
    public string Artifact(string file) => artifacts.Combine(["handed-over", .. file.Split('/')]);

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        sources.Dispose();
        publishing.Dispose();
        artifacts.Dispose();
    }

    private async Task<bool> RunAsync(string job, string folder)
    {
        var definition = (YamlMappingNode)pipeline[job];
        var result = await PlayedShell.RunAsync(Script(definition, "script"), folder, Variables(definition));
        Log += $"--- {job}: {result.ExitCode}\n{result.Output}";
        if (definition.Children.ContainsKey("after_script"))
        {
            Assert.Equal(0, (await PlayedShell.RunAsync(Script(definition, "after_script"), folder, Variables(definition))).ExitCode);
        }

        return result.ExitCode == 0;
    }

    private static string Script(YamlMappingNode job, string key) => string.Join('\n', ((YamlSequenceNode)job[key]).Select(line => line.ToString()));

    private Dictionary<string, string?> Variables(YamlMappingNode job)
    {
        var name = job.Children.TryGetValue("environment", out var environment) ? environment["name"].ToString() : null;
        var given = Index.JobEnvironment(new() { Provider = PublisherProvider.GitLab, Workflow = ".gitlab-ci.yml", Environment = name });
        var declared = job.Children.TryGetValue("id_tokens", out var tokens)
            ? ((YamlMappingNode)tokens).Where(token => token.Value["aud"].ToString() == "pypi").Select(token => token.Key.ToString()).ToList()
            : [];
        Dictionary<string, string> variables = new(seals.Concat(given.Where(variable => !variable.Key.EndsWith("_ID_TOKEN", StringComparison.Ordinal) || declared.Contains(variable.Key))));
        foreach (var (key, value) in (YamlMappingNode)job["variables"])
        {
            variables.Add(key.ToString(), value.ToString());
        }

        return SampleRepository.Variables("PythonOnly", variables);
    }
}
