using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>A build's parameters as options of the embedded index.</summary>
internal static class RehearsalParameters
{
    /// <summary>Stands for a project whose name is not known.</summary>
    public const string UnnamedProject = "unnamed";

    public static RehearsalOptions Of(IRehearsePublish build) => new()
    {
        Port = build.RehearsalPort,
        DataDirectory = build.RehearsalData,
        Faults = build.RehearsalFaults is { } script ? Faults(script) : RehearsalFaults.None,
    };

    /// <summary>The publisher that the build declares; without a declaration, an example.</summary>
    public static RehearsalPublisher PublisherOf(PublishOptions options) => options.Publisher switch
    {
        { Provider: PublisherProvider.GitHub } github => new RehearsalPublisher.GitHub
        {
            Owner = github.Owner,
            Repository = github.Repository,
            Workflow = github.Workflow,
            Environment = github.Environment ?? "",
        },
        { Provider: PublisherProvider.GitLab } gitlab => new RehearsalPublisher.GitLab
        {
            Namespace = gitlab.Owner,
            Project = gitlab.Repository,
            WorkflowPath = gitlab.Workflow,
            Environment = gitlab.Environment ?? "",
        },
        _ => new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml" },
    };

    /// <summary>The project that the first distribution belongs to, which a pending publisher creates as for a first release.</summary>
    public static string ProjectOf(PublishOptions options) =>
        new Publisher(options).FindDistributions()
            .Select(file => DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _) ? name.Project : null)
            .FirstOrDefault(name => name is not null)
        ?? UnnamedProject;

    private static RehearsalFaults Faults(string script)
    {
        try
        {
            return RehearsalFaults.Parse(File.ReadAllText(script));
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            throw new Failure($"--rehearsal-faults {script} cannot be used: {exception.Message}", exception);
        }
    }
}
