namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>The kind of server to which files are sent.</summary>
internal enum ServerKind
{
    /// <summary>The embedded index with its token service: this client performs Trusted Publishing in full, others use an API token.</summary>
    Index,

    /// <summary>A server that reads and responds with 200, so that only the clients are measured. It has no Simple API.</summary>
    Sink,
}
