using System.Net.Sockets;
using TrustedPublishing.Distributions;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>Prepares an embedded index for rehearsing a release.</summary>
internal static class RehearsalSetup
{
    /// <summary>A placeholder for a project whose name is unknown.</summary>
    public const string UnnamedProject = "unnamed";

    /// <summary>The publisher that the build declares; if there is no declaration, an example.</summary>
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

    /// <summary>
    /// Allows the publisher to release the existing distributions: a single project is created by a pending publisher, as for a first release; with
    /// several projects, each has it as one of its publishers.
    /// </summary>
    /// <exception cref="Failure">There are no distributions, or the options are invalid.</exception>
    public static void Register(RehearsalIndex index, PublishOptions options)
    {
        var publisher = PublisherOf(options);
        if (ProjectsOf(options) is [_, _, ..] several)
        {
            index.Register(publisher with { Projects = several });
        }
        else
        {
            index.RegisterFor(ProjectsOf(options) is [var only] ? only : UnnamedProject, publisher);
        }
    }

    private static string[] ProjectsOf(PublishOptions options)
    {
        try
        {
            return [.. new Publisher(options).FindDistributions().Select(file => DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _) ? name.Project : null).OfType<string>().Distinct()];
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

    /// <summary>The options of the embedded index at a position: of several indexes, each has the next port and its own folder.</summary>
    public static RehearsalOptions At(RehearsalOptions first, int place) => place == 0 ? first : first with
    {
        Port = first.Port == 0 ? 0 : first.Port + place,
        DataDirectory = first.DataDirectory is { } data ? Path.Combine(data, $"{place + 1}") : null,
    };

    /// <exception cref="Failure">The port is in use, or the state cannot be stored in the requested folder.</exception>
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

    /// <exception cref="Failure">The script cannot be read or parsed.</exception>
    public static RehearsalFaults Faults(string script)
    {
        try
        {
            return RehearsalFaults.Parse(RegularFile.ReadAllText(script, RegularFile.LargestText));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new Failure($"--rehearsal-faults {script} cannot be used: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
