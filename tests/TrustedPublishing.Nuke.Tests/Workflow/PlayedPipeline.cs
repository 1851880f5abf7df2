using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// Plays the jobs of a generated pipeline like GitLab's runner: every job in an empty folder or with the sources, all commands in one bash, artifacts
/// unpacked to their original paths, dotenv reports as variables of dependent jobs, identity tokens only for jobs that declare them.
/// </summary>
internal sealed class PlayedPipeline : IAsyncDisposable
{
    private const string Report = "handed-over/publisher.env";

    private readonly SampleRepository sources = SampleRepository.WithBuild();
    private readonly TemporaryDirectory publishing = new();
    private readonly TemporaryDirectory artifacts = new();
    private readonly YamlMappingNode pipeline;

    private readonly string audience;

    private PlayedPipeline(RehearsalIndex index, string audience)
    {
        (Index, this.audience) = (index, audience);
        pipeline = GeneratedWorkflow.Parse(Text(index, audience));
    }

    /// <summary>The pipeline that publishes to a test index.</summary>
    public static string Text(RehearsalIndex index, string audience = "pypi")
    {
        var settings = GeneratedWorkflow.GitLabSettings;
        settings.Index = index.Index.UploadUrl.AbsoluteUri;
        settings.Audience = audience;
        return GeneratedWorkflow.Text(settings, SampleRepository.Facts);
    }

    public RehearsalIndex Index { get; }

    /// <summary>The output of the last job.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The folder in which the publishing job runs.</summary>
    public TemporaryDirectory Publishing => publishing;

    /// <summary>Variables that other jobs' reports set in the publishing job, whether declared or sent to GitLab by a job itself.</summary>
    public Dictionary<string, string> Reported { get; } = new(StringComparer.Ordinal);

    /// <summary>A folder whose programs take precedence over the machine's; null for none.</summary>
    public string? Tools { get; set; }

    public static async Task<PlayedPipeline> StartAsync(string audience = "pypi")
    {
        Peers.Find("sha256sum");
        return new(await StartIndexAsync(audience), audience);
    }

    /// <summary>An index on which the pipeline is registered.</summary>
    public static async Task<RehearsalIndex> StartIndexAsync(string audience = "pypi")
    {
        var index = await RehearsalIndex.StartAsync(new() { Audience = audience }, TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", Environment = "pypi", PendingProject = "greeter" });
        return index;
    }

    /// <summary>Compiles the publisher, and builds.</summary>
    public async Task BuildAsync()
    {
        var (archive, seal) = await CompiledPublishers.GetAsync(pipeline["compile-publisher"].ToString(), CompileAsync);
        Directory.CreateDirectory(artifacts.Combine("handed-over", "publisher"));
        await File.WriteAllBytesAsync(artifacts.Combine("handed-over", "publisher", "publisher.tar"), archive, TestContext.Current.CancellationToken);
        Reported["SEAL_OF_PUBLISHER"] = seal;
        Assert.True(await RunAsync("build", sources.Path), Log);
        Collect("build", sources);
    }

    /// <param name="tamper">Changes the folder with the files that were handed over, before the job's commands run.</param>
    public Task<bool> PublishAsync(Action<string>? tamper = null)
    {
        Assert.Equal("[ compile-publisher, build ]", pipeline["publish"]["needs"].ToString());
        Assert.False(((YamlMappingNode)pipeline["build"]["artifacts"]).Children.ContainsKey(new YamlScalarNode("reports")));
        Directory.CreateDirectory(publishing.Combine("handed-over"));
        Directory.Delete(publishing.Combine("handed-over"), recursive: true);
        PlayedShell.Copy(artifacts.Path, publishing.Path);
        tamper?.Invoke(publishing.Combine("handed-over"));
        return RunAsync("publish", publishing.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        sources.Dispose();
        publishing.Dispose();
        artifacts.Dispose();
    }

    private async Task<(byte[] Archive, string Seal)> CompileAsync()
    {
        using var clean = SampleRepository.Clean();
        Assert.True(await RunAsync("compile-publisher", clean.Path), Log);
        Assert.Equal(Report, pipeline["compile-publisher"]["artifacts"]["reports"]["dotenv"].ToString());
        var (name, seal) = Assert.Single(await PlayedShell.ReadAsync(clean.Combine(Report)));
        Assert.Equal("SEAL_OF_PUBLISHER", name);
        return (await File.ReadAllBytesAsync(clean.Combine("handed-over", "publisher", "publisher.tar"), TestContext.Current.CancellationToken), seal);
    }

    private void Collect(string job, SampleRepository from)
    {
        foreach (var path in ((YamlSequenceNode)pipeline[job]["artifacts"]["paths"]).Select(path => path.ToString()))
        {
            PlayedShell.Copy(from.Combine(path), artifacts.Combine(path.EndsWith('/') ? path : Path.GetDirectoryName(path)!));
        }
    }

    private async Task<bool> RunAsync(string job, string folder)
    {
        var definition = (YamlMappingNode)pipeline[job];
        var result = await PlayedShell.RunAsync(Commands(definition), folder, Variables(definition));
        Log = $"--- {job}: {result.ExitCode}\n{result.Output}";
        if (definition.Children.ContainsKey("after_script"))
        {
            Assert.Equal(0, (await PlayedShell.RunAsync(Script(definition, "after_script"), folder, Variables(definition))).ExitCode);
        }

        return result.ExitCode == 0;
    }

    /// <summary>The image's own programs are in the first folders of its PATH.</summary>
    private string Commands(YamlMappingNode job) =>
        Tools is null ? Script(job, "script") : Script(job, "script").Replace("PATH=/usr/local/sbin:", $"PATH='{Tools}':/usr/local/sbin:", StringComparison.Ordinal);

    private static string Script(YamlMappingNode job, string key) => string.Join('\n', ((YamlSequenceNode)job[key]).Select(line => line.ToString()));

    private Dictionary<string, string?> Variables(YamlMappingNode job)
    {
        var name = job.Children.TryGetValue("environment", out var environment) ? environment["name"].ToString() : null;
        var given = Index.JobEnvironment(new() { Provider = PublisherProvider.GitLab, Workflow = ".gitlab-ci.yml", Environment = name });
        var declared = job.Children.TryGetValue("id_tokens", out var tokens)
            ? ((YamlMappingNode)tokens).Where(token => token.Value["aud"].ToString() == audience).Select(token => token.Key.ToString()).ToList()
            : [];
        Dictionary<string, string> variables = new(given.Where(variable => !variable.Key.EndsWith("_ID_TOKEN", StringComparison.Ordinal) || declared.Contains(variable.Key)));
        foreach (var (key, value) in (YamlMappingNode)job["variables"])
        {
            variables.Add(key.ToString(), value.ToString().Replace("$CI_PROJECT_DIR", artifacts.Path, StringComparison.Ordinal));
        }

        foreach (var (key, value) in environment is null ? [] : Reported)
        {
            variables[key] = value; // a report overrides the pipeline's variables
        }

        return SampleRepository.Variables("PythonOnly", variables);
    }
}
