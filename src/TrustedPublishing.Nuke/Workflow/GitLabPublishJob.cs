namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// A publishing job: it gets identity tokens, checks nothing out, restores and compiles nothing, and has no cache. It runs the publisher that a separate
/// job compiled, in a new folder, after verifying the seals of the publisher and the distributions.
/// </summary>
internal sealed class GitLabPublishJob(GitLabPlan plan, GitLabDestination destination) : GitLabJob(plan)
{
    /// <summary>Runners may keep their folder, and there is no checkout that would clean it.</summary>
    private const string Folder = "publishing";

    public YamlMap Map() => Start("deploy", Plan.PublishImage, tags: destination == Plan.Destination, byHand: true, isRequired: destination == Plan.Trial && Plan.TrialComesFirst).With(new()
    {
        { "needs", Needs },
        { "environment", new YamlMap { { "name", destination.Environment }, { "url", destination.Page } } },
        { "resource_group", destination.Environment, "one release at a time; a running one is never interrupted" },
        { "id_tokens", Tokens },
        { "variables", new YamlMap
        {
            { "GIT_STRATEGY", "none", "no sources" },
            { "NUKE_TELEMETRY_OPTOUT", "true" },
            { "PYPI_REPOSITORY", Plan.Repository },
        } },
        { "script", Commands([Prepare, CheckSeals, LookForDotNet, string.Join('\n', Publish())]) },
        { "after_script", Commands([$"rm -rf {Folder} {Seals.HandedOver}{(Facts.Folder is null ? "" : $" {Shell.Quote(Facts.InRepository(Seals.HandedOver))}")}"]) },
    });

    /// <summary>A run for a tag has no job that publishes to TestPyPI.</summary>
    private YamlList Needs
    {
        get
        {
            var all = YamlList.FromTexts([Plan.Job(CompilePublisherJob.Name), .. Plan.Legs.Select(Plan.JobOf)]);
            return destination == Plan.Destination && Plan is { TrialComesFirst: true, Trial: { } trial }
                ? new([.. all.Items, new YamlMap { { "job", Plan.Job(trial.Job) }, { "optional", true, "there is none for a tag" } }])
                : all;
        }
    }

    private YamlMap Tokens => new()
    {
        { GitLabPlanner.VariableFor(destination.Audience), new YamlMap { { "aud", destination.Audience } }, "what the index exchanges for a short-lived upload token" },
        { "SIGSTORE_ID_TOKEN", Plan.Attestations ? new YamlMap { { "aud", "sigstore" } } : null, "used to sign attestations" },
    };

    /// <summary>
    /// The build job declares no report of variables. If one reaches this job anyway, it can affect neither the commands nor what .NET loads.
    /// </summary>
    private string Prepare =>
        $$"""
        # Nothing of an earlier job, and no variable that makes the commands below load other code.
        rm -rf {{Folder}}
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH
        for name in $(compgen -e); do
          case $name in
            DOTNET_SYSTEM_GLOBALIZATION_INVARIANT) ;;
            LD_* | DOTNET_* | COMPlus_* | CORECLR_* | NUGET_* | NUKE_* | BASH_ENV) unset "$name" ;;
          esac
        done
        export NUKE_TELEMETRY_OPTOUT=true{{(Facts.Folder is null ? "" : $"\nrm -rf {Seals.HandedOver}\nmv {Shell.Quote(Facts.InRepository(Seals.HandedOver))} {Seals.HandedOver}")}}
        """;

    private string CheckSeals => Seals.Take(
        $"${SealOfPublisher}",
        Plan.Legs.Select((leg, index) => new SealedPart(leg.Name, $"$sealed_{index + 1}", Plan.JobOf(leg))),
        $"{Folder}/{Facts.DistributionsDirectory}",
        string.Join('\n', Plan.Legs.Select((leg, index) => ReadSeal(leg, $"sealed_{index + 1}"))));

    private static string ReadSeal(BuildLeg leg, string variable) =>
        $$"""
        # The seal of {{leg.Name}}: one line, and nothing else in it.
        plain {{Seals.HandedOver}} {{SealFile(leg)}}
        [[ $(head -c 200 {{Seals.HandedOver}}/{{SealFile(leg)}}) =~ ^{{SealOfDistributions}}=([0-9a-f]{64})$ ]] || refuse "{{SealFile(leg)}} does not contain exactly the seal of the distributions."
        {{variable}}=${BASH_REMATCH[1]}
        """;

    private string LookForDotNet =>
        $"""
        tar -xf {Seals.Publisher} -C {Folder}
        cd {Folder} || exit 1
        {Program.LookForDotNet("refuse \"The image does not have $name $version, which the publisher needs: set PublishImage to an image that has it, for example mcr.microsoft.com/dotnet/runtime:${version%.*}.\"")}
        """;

    private IEnumerable<string> Publish() =>
    [
        "mkdir -p .nuke",
        .. Facts.Start.Git ? (string[])["git init --quiet", "git remote add origin \"$CI_PROJECT_URL\""] : [],
        Program.Publish([.. Plan.PublishArguments, "--pypi-index", destination.Index]),
    ];
}
