using Nuke.Common;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that tries its distributions before anybody approves them. The generated building job runs the target before it hands the files over;
/// any other build runs it after <c>Pack</c>.
/// </summary>
public interface IVerifyDistributions : IPackDistributions
{
    /// <summary>
    /// What Python runs after a wheel was installed, for example <c>-m greeter</c>. Default: that of a rehearsal
    /// (<see cref="IRehearsePublish.RehearsalCommand"/>); without one, everything that the wheel installs is imported.
    /// </summary>
    IReadOnlyList<string> VerificationCommand => (this as IRehearsePublish)?.RehearsalCommand ?? [];

    /// <summary>
    /// Installs every wheel that this machine takes into a new virtual environment, with its dependencies, and runs it; builds a wheel from every
    /// source distribution, as pip does where no wheel fits. Needs Python with pip. Fails when one of them cannot be used, or no wheel is for this machine.
    /// </summary>
    Target VerifyDistributions => _ => _
        .Description("Install and run every wheel, and build every source distribution")
        .DependsOn<IPackDistributions>()
        .Executes(() => Rehearsing.VerifyRun.ExecuteAsync(this));
}
