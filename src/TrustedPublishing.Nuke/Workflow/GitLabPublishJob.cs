using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// A job that publishes: it gets identity tokens, checks nothing out, restores and compiles nothing and has no cache; it runs the build that
/// the other job compiled, in a new folder, after checking that it and the distributions are what that job sealed.
/// </summary>
internal sealed class GitLabPublishJob(GitLabPlan plan, GitLabDestination destination) : GitLabJob(plan)
{
    /// <summary>Runners may keep their folder, and nothing is checked out that would clean it.</summary>
    private const string Folder = "publishing";

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{destination.Job}:");
        using (writer.Indent())
        {
            WriteStart(writer, "deploy", Plan.PublishImage, tags: destination == Plan.Destination, ["  when: manual", "  allow_failure: true"]);
            writer.WriteLine("needs: [build]");
            WriteEnvironment(writer);
            WriteTokens(writer);
            writer.WriteLines(
                $"""
                variables:
                  GIT_STRATEGY: none # no sources
                  NUKE_TELEMETRY_OPTOUT: 'true'
                  PYPI_REPOSITORY: {Yaml.Quote(Plan.Repository)}
                """);
            WriteCommands(writer, "script", [CheckSeals, string.Join('\n', Publish())]);
            WriteCommands(writer, "after_script", [$"rm -rf {Folder} {ArtifactDigestCheck.HandedOver}"]);
        }
    }

    private void WriteEnvironment(CustomFileWriter writer)
    {
        writer.WriteLine("environment:");
        writer.WriteLine($"  name: {Yaml.Quote(destination.Environment)}");
        if (destination.Page is { } page)
        {
            writer.WriteLine($"  url: {page}");
        }

        writer.WriteLine($"resource_group: {Yaml.Quote(destination.Environment)} # one release at a time; one that has begun is never interrupted");
    }

    private void WriteTokens(CustomFileWriter writer)
    {
        writer.WriteLines(
            $"""
            id_tokens:
              {GitLabPlanner.VariableFor(destination.Audience)}: # what the index exchanges for a short-lived upload token
                aud: {Yaml.Text(destination.Audience)}
            """);
        if (Plan.Attestations)
        {
            writer.WriteLines("  SIGSTORE_ID_TOKEN: # what attestations are signed with\n    aud: sigstore");
        }
    }

    private string CheckSeals => $"rm -rf {Folder}\n" + new ArtifactDigestCheck
    {
        BuildVariable = BuildSeal,
        Parts = [Distributions],
        Distributions = $"{Folder}/{Plan.Facts.DistributionsDirectory}",
        Tell = "echo \"$1 Nothing was published.\" >&2",
    }.Script();

    private IEnumerable<string> Publish() =>
    [
        $"tar -xf {ArtifactDigestCheck.Archive} -C {Folder}",
        $"mkdir -p {Folder}/.nuke",
        $"cd {Folder} || exit 1",
        .. Plan.Facts.Start.Git ? (string[])["git init --quiet", "git remote add origin \"$CI_PROJECT_URL\""] : [],
        $"dotnet {Shell.Quote($"{Plan.Facts.BuildDirectory}/{Plan.Facts.BuildAssembly}")} Publish --skip --pypi-index {Shell.Quote(destination.Index)}",
    ];
}
