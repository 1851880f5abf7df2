using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that verifies its distributions before anybody approves them. The generated build job runs the target before it hands over the files;
/// other builds can run it after <c>Pack</c>.
/// </summary>
public interface IVerifyDistributions : IPackDistributions
{
    /// <summary>
    /// The arguments with which Python is run after a wheel has been installed, for example <c>-m greeter</c>. Default: those of a rehearsal
    /// (<see cref="IRehearsePublish.RehearsalCommand"/>); if there are none, every installed module is imported.
    /// </summary>
    IReadOnlyList<string> VerificationCommand => (this as IRehearsePublish)?.RehearsalCommand ?? [];

    /// <summary>
    /// Installs each wheel that supports this machine in a new virtual environment, with its dependencies, and runs it; builds a wheel from each
    /// source distribution, as pip does if no wheel is suitable. Requires Python with pip. Fails if one of them cannot be used, or if no wheel
    /// supports this machine.
    /// </summary>
    Target VerifyDistributions => _ => _
        .Description("Install and run every wheel, and build every source distribution")
        .DependsOn<IPackDistributions>()
        .Executes(() => VerifyRun.ExecuteAsync(Requests.Verification(this)));
}
