using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Jobs;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Nuke.Tests.Trust;

/// <summary>
/// Runs a build that publishes in a separate process, in a job or on a developer's machine, through a relay that can respond instead of the index;
/// collects everything that it leaves behind.
/// </summary>
internal sealed partial class PlayedJob : IAsyncDisposable
{
    public const string GitHub = "GitHub";
    public const string GitLab = "GitLab";
    public const string Local = "local";

    private const string JobToken = "ghs_5Kq2Wz8Lm0Rv4Ty6Bn1Xc3Jd7Hf9Gs";

    private readonly RehearsalIndex index;
    private readonly SampleRepository repository = new();
    private readonly string kind;

    private PlayedJob(RehearsalIndex index, string kind)
    {
        (this.index, this.kind) = (index, kind);
        Relay = new(index.Index.UploadUrl);
        Relay.Know(JobToken);
    }

    public HostileRelay Relay { get; }

    public SampleRepository Repository => repository;

    public int ExitCode { get; private set; }

    /// <summary>Variables of the job, in addition to the default ones.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that left the process, as text, by name.</summary>
    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    public static async Task<PlayedJob> StartAsync(string kind)
    {
        var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" });
        index.Register(new RehearsalPublisher.GitLab { Namespace = "octo-org", Project = "greeter", PendingProject = "greeter" });
        return new(index, kind);
    }

    /// <summary>Runs the build and collects its output.</summary>
    public async Task RunAsync(string build, params string[] arguments)
    {
        var summary = repository.Write("summary.md", "");
        var variables = new Dictionary<string, string>(OfJob()) { ["GITHUB_STEP_SUMMARY"] = summary, ["PYPI_INDEX"] = Relay.Relayed(index.Index.UploadUrl.AbsoluteUri) };
        foreach (var (name, value) in Variables)
        {
            variables[name] = value;
        }

        var result = await repository.RunAsync(build, arguments, variables);
        ExitCode = result.ExitCode;
        Outputs["the output"] = result.StandardOutput;
        Outputs["the errors"] = result.StandardError;
        Outputs["the job summary"] = await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(repository.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".json" or ".log" && !file.Contains("parameters", StringComparison.Ordinal)))
        {
            Outputs[Path.GetRelativePath(repository.Path, file)] = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whether any output contains any of the texts.</summary>
    public bool Shows(params IEnumerable<string> texts) => texts.Any(text => Outputs.Values.Any(output => output.Contains(text, StringComparison.Ordinal)));

    /// <summary>No output contains a secret, a command that is not ours, or an invisible character.</summary>
    public void AssertHarmless()
    {
        var secrets = Relay.Secrets;
        foreach (var (name, text) in Outputs)
        {
            var log = new RunnerLog(text);
            var shown = kind == GitHub ? log.Shown : text;
            var told = EchoedSecret.Told(shown, secrets);
            Assert.True(told is [], $"{name} tells {string.Join(", ", told)}:\n{shown}");
            Assert.All(log.Obeyed, command => Assert.True(kind == GitHub && IsOurs(command), $"{name} has the command {command.Command} with '{command.Data}'"));
            Assert.False(log.EndsStopped, $"{name} stops commands for what comes after");
            Assert.All(log.Masks, mask => Assert.True(mask.Length >= 16, mask)); // a mask from outside could hide what people must see
            var unseen = Ours().Replace(Ours().Replace(shown, ""), "").Where(character => character is not ('\n' or '\r') && (char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format));
            Assert.True(!unseen.Any(), $"{name} has {string.Join(", ", unseen.Select(character => $"U+{(int)character:X4}"))}:\n{shown}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Relay.DisposeAsync();
        await index.DisposeAsync();
        repository.Dispose();
    }

    private Dictionary<string, string> OfJob() => kind switch
    {
        GitHub => Relayed(index.JobEnvironment(), ("GITHUB_TOKEN", JobToken)),
        GitLab => Relayed(index.JobEnvironment(new() { Provider = PublisherProvider.GitLab, Workflow = ".gitlab-ci.yml" }), ("CI_JOB_TOKEN", JobToken)),
        _ => Relayed(new Dictionary<string, string>(), ("PYPI_TOKEN", index.AddUserToken("owner").Reveal()), ("GH_TOKEN", JobToken)),
    };

    private Dictionary<string, string> Relayed(IReadOnlyDictionary<string, string> variables, params (string Name, string Value)[] more) =>
        variables.Select(variable => (variable.Key, Relay.Relayed(variable.Value))).Concat(more).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static bool IsOurs((string Command, string Data) command) => command.Command switch
    {
        "stop-commands" => Token().IsMatch(command.Data),
        "group" or "endgroup" => TargetName().IsMatch(command.Data),
        "resume" or "add-mask" or "warning" or "error" => true,
        _ => false,
    };

    [GeneratedRegex(@"\A(?:[A-Z][A-Za-z]{2,30}|Errors & Warnings)\z")]
    private static partial Regex TargetName();

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex Token();

    /// <summary>NUKE's own colours and empty lines, and the sections of GitLab's log.</summary>
    [GeneratedRegex(@"\e\[[0-9;]*m|(?m:^\u200b(?=\r?$))|\e\[0Ksection_(?:start|end):[0-9]+:[0-9a-f]{32}(?:\[collapsed=true\])?[\r\n]\e\[0K")]
    private static partial Regex Ours();
}
