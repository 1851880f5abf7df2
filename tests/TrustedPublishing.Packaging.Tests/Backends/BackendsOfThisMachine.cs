namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class BackendsOfThisMachine
{
    /// <summary>Only projects that the installed backends can build are compared; the others are reported here, once.</summary>
    [Fact]
    public void CanBuildEveryProject()
    {
        PeerBackend[] all = [AsFlitBuilds.Peer, AsHatchlingBuilds.Peer, AsPdmBuilds.Peer, AsPoetryBuilds.Peer, AsSetuptoolsBuilds.Peer];
        string[] lacking = [.. all.Select(backend => backend.Lacking).OfType<string>()];

        Assert.SkipWhen(lacking.Length > 0, $"Not compared, because these backends are too old here. {string.Join(". ", lacking)}.");
    }
}
