using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that can set up the deployment environment of its releases on GitHub. It uses Doctor's token, which needs the permissions
/// <c>administration: write</c> and <c>actions: read</c> for the repository.
/// </summary>
public interface ISetUpEnvironment : IDoctor
{
    /// <summary>
    /// Required reviewers of a release: users, and teams as <c>organisation/team</c>, at most six including those that the environment already has.
    /// Default: none, which is sufficient for an environment that already has reviewers.
    /// </summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Reviewers, any one of whom can approve a release: users, and teams as organisation/team, separated by ';' - default: those that the environment has", Separator = ";")]
    string[]? SetUpReviewers => TryGetValue(() => SetUpReviewers);

    /// <summary>Whether reviewers can approve releases they started, which a project with a single maintainer needs. Default: false.</summary>
    [Parameter("Let reviewers approve releases they started themselves - default: no")]
    bool SetUpSelfReview => TryGetValue<bool?>(() => SetUpSelfReview) ?? false;

    /// <summary>Whether changes are applied without asking. Default: false: on a terminal the target asks, otherwise it changes nothing.</summary>
    [Parameter("Apply the changes without asking - default: ask on a terminal, otherwise change nothing")]
    bool SetUpConfirm => TryGetValue<bool?>(() => SetUpConfirm) ?? false;

    /// <summary>
    /// Shows the current and the proposed protection of the deployment environment and, once confirmed, creates or changes it: required
    /// reviewers who cannot approve their own releases, rules for the tags that start the workflow, and no bypass for administrators.
    /// Existing reviewers, rules and wait timers are kept. Fails if GitHub refuses.
    /// </summary>
    Target SetUpEnvironment => _ => _
        .Description("Protect the deployment environment on GitHub after showing the changes")
        .Requires(() => StartCheck.Publishes(this))
        .Executes(() => SetUpRun.ExecuteAsync(new NukeHost(this), Requests.Environment(this)));
}
