using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Hosting;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that can set up the deployment environment of its releases on GitHub. The token of the Doctor is used; it needs the permissions
/// <c>administration: write</c> and <c>actions: read</c> for the repository.
/// </summary>
public interface ISetUpEnvironment : IDoctor
{
    /// <summary>
    /// Who must approve a release: users, and teams as <c>organisation/team</c>, at most six together with those that the environment has.
    /// Default: none, which is enough for an environment that has reviewers.
    /// </summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Who must approve a release, one of them being enough: users, and teams as organisation/team, separated by ';'", Separator = ";")]
    string[]? SetUpReviewers => TryGetValue(() => SetUpReviewers);

    /// <summary>Whether reviewers may approve releases that they started, which a project with one maintainer needs. Default: false.</summary>
    [Parameter("Let reviewers approve releases that they started themselves - default: no")]
    bool SetUpSelfReview => TryGetValue<bool?>(() => SetUpSelfReview) ?? false;

    /// <summary>Whether what is shown is done without asking. Default: false; then a terminal is asked, and elsewhere nothing is changed.</summary>
    [Parameter("Do what is shown without asking - default: ask on a terminal, change nothing elsewhere")]
    bool SetUpConfirm => TryGetValue<bool?>(() => SetUpConfirm) ?? false;

    /// <summary>
    /// Shows how the deployment environment is protected and how it would be, and after a confirmation creates or changes it: required
    /// reviewers who do not approve their own releases, rules for the tags that start the workflow, and no way around them for administrators.
    /// Reviewers, rules and a wait that exist stay. Fails when GitHub refuses.
    /// </summary>
    Target SetUpEnvironment => _ => _
        .Description("Protect the deployment environment on GitHub, after showing how")
        .Requires(() => StartCheck.Publishes(this))
        .Executes(() => SetUpRun.ExecuteAsync(new NukeHost(this), Requests.Environment(this)));
}
