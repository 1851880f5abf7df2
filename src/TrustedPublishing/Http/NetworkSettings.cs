namespace TrustedPublishing.Http;

/// <summary>How servers are reached, and which of them are trusted.</summary>
/// <param name="Environment">The variables that name proxies, and <c>SSL_CERT_FILE</c>.</param>
/// <param name="CertificateAuthorities">A file with further certificate authorities (PEM); null for none.</param>
/// <param name="ClientCertificate">A client certificate with its key (PEM); null for none.</param>
internal sealed record NetworkSettings(IReadOnlyDictionary<string, string> Environment, string? CertificateAuthorities, string? ClientCertificate);
