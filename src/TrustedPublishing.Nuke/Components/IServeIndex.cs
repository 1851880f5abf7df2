using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>A build that can keep the embedded index running, so that other clients can be pointed at it.</summary>
public interface IServeIndex : IRehearsePublish
{
    /// <summary>Starts the embedded index, prints its addresses and credentials, and serves until it is interrupted.</summary>
    Target ServeIndex => _ => _
        .Description("Keep the embedded index running for twine, uv, pip and others")
        .Requires(() => StartCheck.Rehearses(this))
        .Executes(() => ServeRun.ExecuteAsync(Requests.Rehearsal(this, PublishParameters.Of(this))));
}
