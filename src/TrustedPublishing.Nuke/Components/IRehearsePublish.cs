using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that rehearses its release: the same publish as in CI, against an embedded index that judges as PyPI does, with an embedded
/// token service that issues identity tokens as GitHub Actions does. Nothing leaves the machine.
/// </summary>
public interface IRehearsePublish : IPublishDistributions
{
    /// <summary>The port of the embedded index on 127.0.0.1. Default: a free one.</summary>
    [Parameter("Port of the embedded index on 127.0.0.1 - default: a free one")]
    int RehearsalPort => TryGetValue<int?>(() => RehearsalPort) ?? 0;

    /// <summary>A script of faults that the embedded index plays. Default: none.</summary>
    [Parameter("File with a script of faults that the embedded index plays")]
    AbsolutePath? RehearsalFaults => TryGetValue(() => RehearsalFaults);

    /// <summary>Where the embedded index keeps its state. Default: in memory.</summary>
    [Parameter("Folder in which the embedded index keeps its state - default: in memory")]
    AbsolutePath? RehearsalData => TryGetValue(() => RehearsalData);

    /// <summary>
    /// What Python runs after the release was installed from the embedded index, for example <c>-m greeter</c>.
    /// Default: the installed distribution's version is read.
    /// </summary>
    IReadOnlyList<string> RehearsalCommand => [];

    /// <summary>Publishes to an embedded index, checks what it serves, and installs the release from it where Python exists.</summary>
    Target Rehearse => _ => _
        .Description("Play the whole release against an embedded index")
        .DependsOn<IPackDistributions>()
        .Requires(() => StartCheck.Rehearses(this))
        .Executes(() => RehearsalRun.ExecuteAsync(new NukeHost(this), Requests.Rehearsal(this, Requests.Release(this))));
}
