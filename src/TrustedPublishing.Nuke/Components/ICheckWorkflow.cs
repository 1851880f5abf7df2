using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke;

/// <summary>A build that checks whether its committed workflows are up to date. Run it in CI for every change.</summary>
public interface ICheckWorkflow : IPublishDistributions
{
    /// <summary>
    /// Whether the pins of GitHub workflows are updated before they are checked: to the newest release of the same major version that is at least
    /// <see cref="PinCoolDown"/> days old. Requires a GitHub token (<c>GITHUB_TOKEN</c>), which needs no permissions. Default: false.
    /// </summary>
    [Parameter("Renew the pinned actions of GitHub workflows within their major version before they are checked, with GITHUB_TOKEN - default: false")]
    bool UpdatePins => TryGetValue<bool?>(() => UpdatePins) ?? false;

    /// <summary>The minimum age of an action's release, in days, before a pin is updated to it. Default: 14.</summary>
    [Parameter("Minimum age of an action's release for --update-pins, in days - default: 14")]
    int PinCoolDown => TryGetValue<int?>(() => PinCoolDown) ?? 14;

    /// <summary>
    /// Fails and shows the difference if a committed workflow does not match what <c>[TrustedPublishingWorkflow]</c> or
    /// <c>[TrustedPublishingGitLab]</c> generates.
    /// </summary>
    Target CheckWorkflow => _ => _
        .Description("Check that the committed workflows are those that would be generated")
        .Requires(() => StartCheck.Passes(this))
        .Executes(() => WorkflowCheck.ExecuteAsync(() => Requests.WorkflowCheck(this)));
}
