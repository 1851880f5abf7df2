using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The job that builds: whatever runs in it, dependencies included, gets no identity token.</summary>
internal sealed class GitLabBuildJob(GitLabPlan plan) : GitLabJob(plan)
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("build: # without id_tokens, nothing that runs here can publish");
        using (writer.Indent())
        {
            WriteStart(writer, "build", Plan.Image, tags: true, []);
            writer.WriteLines(
                $"""
                variables:
                  NUKE_TELEMETRY_OPTOUT: 'true'
                artifacts:
                  paths: [{ArtifactDigestCheck.HandedOver}/]
                  expire_in: 1 week
                  reports:
                    dotenv: {Seals} # the seals: they reach the publishing job on another way than the files
                """);
            WriteCommands(writer, "script", [.. Plan.StepsBeforePack, $"./build.sh {Shell.Words(Plan.PackArguments)}", HandOver]);
        }
    }

    private string HandOver
    {
        get
        {
            var distributions = $"{ArtifactDigestCheck.HandedOver}/{Distributions.Folder}";
            return $$"""
                mkdir -p {{distributions}} {{ArtifactDigestCheck.HandedOver}}/{{ArtifactDigestCheck.BuildFolder}}
                cp -- {{Shell.Quote(Plan.Facts.DistributionsDirectory!)}}/* {{distributions}}/
                tar -cf {{ArtifactDigestCheck.Archive}} {{Shell.Quoted([Plan.Facts.BuildDirectory, .. Plan.Facts.Start.Files])}}
                {
                  echo "{{Distributions.Variable}}=$(sha256sum {{distributions}}/SHA256SUMS | cut -d ' ' -f 1)"
                  echo "{{BuildSeal}}=$(sha256sum {{ArtifactDigestCheck.Archive}} | cut -d ' ' -f 1)"
                } > {{Seals}}
                """;
        }
    }
}
