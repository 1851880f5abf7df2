using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The job that publishes: the only one that may ask for an identity token. It checks nothing out, restores and compiles nothing and has no
/// cache; it runs the build that the other job compiled, after checking that it and the distributions are what that job sealed.
/// </summary>
internal sealed class PublishJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("publish:");
        using (writer.Indent())
        {
            writer.WriteLine("name: Publish");
            writer.WriteLine("needs: build");
            WriteGuard(writer);
            writer.WriteLine($"runs-on: {Plan.PublishImage}");
            writer.WriteLine($"timeout-minutes: {Plan.TimeoutMinutes}");
            WriteEnvironment(writer);
            writer.WriteLines(
                """
                permissions:
                  id-token: write # ask for the identity token that the index exchanges for a short-lived upload token
                """);
            if (Plan.Attestations)
            {
                writer.WriteLine("  attestations: write # record on GitHub where the distributions were built");
            }

            WriteSteps(writer, Steps());
        }
    }

    /// <summary>A run started by hand publishes where it was told, TestPyPI in an environment of its own; every other run as declared.</summary>
    private void WriteEnvironment(CustomFileWriter writer)
    {
        writer.WriteLine("environment:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {(Plan.Triggers.HasChoice ? OnTestPyPI("testpypi", Plan.Environment) : Yaml.Quote(Plan.Environment))}");
            if (Plan.EnvironmentUrl is { } url)
            {
                writer.WriteLine($"url: {(Plan.Triggers.HasChoice ? OnTestPyPI(url.Replace("//pypi.org/", "//test.pypi.org/", StringComparison.Ordinal), url) : url)}");
            }
        }
    }

    private static string OnTestPyPI(string there, string otherwise) => $"${{{{ inputs.index == 'testpypi' && {Yaml.Quote(there)} || {Yaml.Quote(otherwise)} }}}}";

    private IEnumerable<WorkflowStep> Steps() =>
    [
        .. Plan.Images.Select(image => Download($"Fetch the distributions of {image}", $"distributions-{image}", $"{ArtifactDigestCheck.HandedOver}/{image}")),
        Download("Fetch the compiled build", "build", $"{ArtifactDigestCheck.HandedOver}/{ArtifactDigestCheck.BuildFolder}"),
        CheckSeals,
        .. Plan.Attestations ? (WorkflowStep[])[new("Attest the distributions") { Uses = Pin(PinnedAction.Attest), With = [("subject-path", $"{Plan.DistributionsDirectory}/*")] }] : [],
        new("Set up .NET") { Uses = Pin(PinnedAction.SetupDotNet), With = [("dotnet-version", Yaml.Quote(Plan.DotNetVersion))] },
        Publish,
    ];

    private WorkflowStep Download(string name, string artifact, string path) => new(name)
    {
        Uses = Pin(PinnedAction.DownloadArtifact),
        With = [("name", artifact), ("path", path)],
    };

    private WorkflowStep CheckSeals => new("Check the seals")
    {
        Variables =
        [
            ("BUILD", "${{ needs.build.outputs.build }}"),
            .. Parts.Select((part, index) => (part.Variable, $"${{{{ needs.build.outputs.distributions-{index + 1} }}}}")),
        ],
        Run = new ArtifactDigestCheck
        {
            BuildVariable = "BUILD",
            Parts = Parts,
            Distributions = Plan.DistributionsDirectory,
            Tell = "echo \"::error::$1 Nothing was published.\"",
        }.Script(),
    };

    private IReadOnlyList<SealedPart> Parts => [.. Plan.Images.Select((image, index) => new SealedPart(image, $"DISTRIBUTIONS_{index + 1}"))];

    private WorkflowStep Publish => new("Publish")
    {
        Variables =
        [
            ("NUKE_TELEMETRY_OPTOUT", "'true'"),
            ("PYPI_INDEX", Plan.Triggers.HasChoice ? $"${{{{ inputs.index || {Yaml.Quote(Plan.Index)} }}}}" : Yaml.Quote(Plan.Index)),
            .. Plan.Repository is null ? [] : ((string, string)[])[("PYPI_REPOSITORY", Yaml.Quote(Plan.Repository))],
        ],
        Run = string.Join('\n', Commands()),
    };

    private IEnumerable<string> Commands() =>
    [
        $"tar -xf {ArtifactDigestCheck.Archive}",
        "mkdir -p .nuke",
        .. Plan.NeedsGit ? (string[])["git init --quiet", $"git remote add origin {Remote}"] : [],
        $"dotnet {Shell.Quote($"{Plan.BuildDirectory}/{Plan.BuildAssembly}")} Publish --skip",
    ];

    private string Remote => Plan.Repository is { } repository ? $"'https://github.com/{repository}'" : "\"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY\"";
}
