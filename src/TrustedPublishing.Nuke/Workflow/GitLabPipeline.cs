using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A release in two jobs: one that builds and gets no identity token, one that gets one and builds nothing.</summary>
internal sealed class GitLabPipeline(GitLabPlan plan) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        new GitLabBuildJob(plan).Write(writer);
        foreach (var destination in new[] { plan.Trial, plan.Destination }.OfType<GitLabDestination>())
        {
            writer.WriteLine();
            new GitLabPublishJob(plan, destination).Write(writer);
        }
    }
}
