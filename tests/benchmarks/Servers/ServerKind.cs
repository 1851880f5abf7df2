namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>What files are sent to.</summary>
internal enum ServerKind
{
    /// <summary>The embedded index, with the CI's token service: this client does the whole of Trusted Publishing there, others use an API token.</summary>
    Index,

    /// <summary>A server that reads and answers 200, so that nothing but the clients is measured. It has no Simple API.</summary>
    Sink,
}
