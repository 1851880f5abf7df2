using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What both jobs have in common.</summary>
internal abstract class WorkflowJob(WorkflowPlan plan) : ConfigurationEntity
{
    protected WorkflowPlan Plan { get; } = plan;

    /// <summary>The pin for an action, which the user may have replaced.</summary>
    protected PinnedAction Pin(PinnedAction action) => Plan.Pins.GetValueOrDefault(action.Repository, action);

    /// <summary>In a fork the release could only fail: the fork is not the registered publisher.</summary>
    protected void WriteGuard(CustomFileWriter writer)
    {
        var condition = Plan.Repository is { } repository ? $"github.repository == {Yaml.Quote(repository)}" : "github.event.repository.fork == false";
        writer.WriteLine($"if: {condition} # not in forks: they are not the registered publisher");
    }

    protected static void WriteSteps(CustomFileWriter writer, IEnumerable<WorkflowStep> steps)
    {
        writer.WriteLines(
            """
            defaults:
              run:
                shell: bash
            steps:
            """);
        using (writer.Indent())
        {
            foreach (var step in steps)
            {
                step.Write(writer);
            }
        }
    }
}
