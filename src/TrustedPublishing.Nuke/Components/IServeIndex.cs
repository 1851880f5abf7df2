using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>A build that can keep the embedded index running for other clients.</summary>
public interface IServeIndex : IRehearsePublish
{
    /// <summary>Starts the embedded index, prints its addresses and credentials, and runs until it is interrupted.</summary>
    Target ServeIndex => _ => _
        .Description("Keep the embedded index running for twine, uv, pip and other clients")
        .Requires(() => StartCheck.Rehearses(this))
        .Executes(() => ServeRun.ExecuteAsync(Requests.Rehearsal(this, PublishParameters.ReadOptions(this))));
}
