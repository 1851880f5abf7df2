using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;
using TrustedPublishing.Index;
using TrustedPublishing.Inspection;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing;

/// <summary>What the stages of a release take from the options: each gets what it uses.</summary>
public sealed partial record PublishOptions
{
    internal NetworkSettings Network => new(Environment, CertificateAuthorities, ClientCertificate);

    internal CiJob Job => new(Environment, Time, OnSecret);

    internal ConfiguredCredentials Configured => new(ApiToken, UserName, Password);

    internal SimpleApiCredentials ReadCredentials => new(Index, Configured, Environment, OnSecret);

    internal DistributionInspector Inspector => new(Index, Preflight, Time, Digests);

    /// <summary>The absolute path of <see cref="JournalFile"/>; null if no journal is kept.</summary>
    internal string? JournalPath => JournalFile is { } file ? Path.GetFullPath(file, BaseDirectory) : null;

    internal Authorization AuthorizeWith(HttpClient http) => new(Configured, new(Index, Audience, Publisher), Job, http);

    /// <summary>A reader of <see cref="Index"/> with a client of its own.</summary>
    /// <exception cref="ArgumentException">A certificate file or a proxy address cannot be used.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The reader disposes its client.")]
    internal IndexReader OpenReader() => new(Index, HttpClients.CreateClient(Network), ReadCredentials, Time, ownsClient: true);
}
