using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that rehearses its release: the same publishing as in CI, to an embedded index that applies PyPI's rules, with an embedded
/// token service that issues identity tokens like GitHub Actions. Nothing leaves the machine.
/// </summary>
public interface IRehearsePublish : IPublishDistributions
{
    /// <summary>The port of the embedded index on 127.0.0.1. Default: a free port.</summary>
    [Parameter("Port of the embedded index on 127.0.0.1, of several the first one's - default: a free port")]
    int RehearsalPort => TryGetValue<int?>(() => RehearsalPort) ?? 0;

    /// <summary>A script of faults for the embedded index to simulate. Default: none.</summary>
    [Parameter("File with a script of faults for the embedded index to simulate")]
    AbsolutePath? RehearsalFaults => TryGetValue(() => RehearsalFaults);

    /// <summary>The folder for the embedded index's state. Default: in memory.</summary>
    [Parameter("Folder in which the embedded index stores its state - default: in memory")]
    AbsolutePath? RehearsalData => TryGetValue(() => RehearsalData);

    /// <summary>
    /// Whether the pages of the rehearsal, which are written to <c>artifacts/rehearsal</c>, are opened in the browser; never in CI. Default: false.
    /// </summary>
    [Parameter("Open the pages of the rehearsal in the browser, which never happens in CI - default: they are only written, to artifacts/rehearsal")]
    bool RehearsalOpen => TryGetValue<bool?>(() => RehearsalOpen) ?? false;

    /// <summary>
    /// The arguments with which Python is run after the release has been installed from the embedded index, for example <c>-m greeter</c>. Default:
    /// reads the version of the installed distribution.
    /// </summary>
    IReadOnlyList<string> RehearsalCommand => [];

    /// <summary>Publishes to an embedded index, checks what it serves and, if Python is installed, installs the release from it.</summary>
    Target Rehearse => _ => _
        .Description("Rehearse the whole release against an embedded index")
        .DependsOn<IPackDistributions>()
        .Requires(() => StartCheck.Rehearses(this))
        .Executes(() => RehearsalRun.ExecuteAsync(new NukeHost(this), Requests.Rehearsal(this, Requests.Releases(this))));
}
