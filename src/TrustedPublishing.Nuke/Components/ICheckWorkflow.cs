using Nuke.Common;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke;

/// <summary>A build that checks whether its committed workflows are up to date. Run it in CI for every change.</summary>
public interface ICheckWorkflow : IPublishDistributions
{
    /// <summary>Fails, and shows the difference, if a committed workflow is not what <c>[TrustedPublishingWorkflow]</c> or <c>[TrustedPublishingGitLab]</c> generates.</summary>
    Target CheckWorkflow => _ => _
        .Description("Check that the committed workflows are those that would be generated")
        .Requires(() => StartCheck.Passes(this))
        .Executes(() => WorkflowCheck.Execute(this));
}
