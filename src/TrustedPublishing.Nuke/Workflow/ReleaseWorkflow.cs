using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A release in two jobs: one that builds and may not ask for an identity, one that may and builds nothing.</summary>
internal sealed class ReleaseWorkflow(WorkflowPlan plan) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Yaml.Text(plan.Name)}");
        writer.WriteLine();
        plan.Triggers.Write(writer);
        writer.WriteLine();
        writer.WriteLines(
            $$$"""
            # Each job states what it may do; nothing is granted to all.
            permissions: {}

            # One release of a tag at a time. A publish that has begun is never cancelled: an upload cannot be taken back.
            concurrency:
              group: {{{plan.Name}}}-${{ github.ref }}
              cancel-in-progress: false

            jobs:
            """);
        using (writer.Indent())
        {
            new BuildJob(plan).Write(writer);
            writer.WriteLine();
            new PublishJob(plan).Write(writer);
        }
    }
}
