using System.Net.Sockets;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>What an embedded index needs before a release can be rehearsed on it.</summary>
internal static class RehearsalSetup
{
    /// <summary>Stands for a project whose name is not known.</summary>
    public const string UnnamedProject = "unnamed";

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
    /// <exception cref="Failure">There are no distributions, or the options are invalid.</exception>
    public static string ProjectOf(PublishOptions options)
    {
        try
        {
            return new Publisher(options).FindDistributions()
                .Select(file => DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _) ? name.Project : null)
                .FirstOrDefault(name => name is not null)
                ?? UnnamedProject;
        }
        catch (PublishException failure)
        {
            throw PublishRun.Failed(failure);
        }
        catch (ArgumentException exception)
        {
            throw new Failure(OptionText.Describe(exception), exception);
        }
    }

    /// <exception cref="Failure">The port is taken, or the state cannot be kept where it was asked for.</exception>
    public static async Task<RehearsalIndex> StartAsync(RehearsalOptions options)
    {
        try
        {
            return await RehearsalIndex.StartAsync(options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SocketException)
        {
            throw new Failure(
                $"The embedded index could not start{(options.Port == 0 ? "" : $" on port {options.Port} (--rehearsal-port)")}"
                + $"{(options.DataDirectory is { } data ? $" with its state in {data} (--rehearsal-data)" : "")}: {exception.Message.TrimEnd('.')}. Choose another one, or leave the parameter out.", exception);
        }
    }

    /// <exception cref="Failure">The script cannot be read or understood.</exception>
    public static RehearsalFaults Faults(string script)
    {
        try
        {
            return RehearsalFaults.Parse(File.ReadAllText(script));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new Failure($"--rehearsal-faults {script} cannot be used: {exception.Message}", exception);
        }
    }
}
