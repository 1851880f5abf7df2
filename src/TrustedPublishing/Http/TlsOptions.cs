using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Http;

/// <summary>Which servers are trusted, and which client certificate is presented to them.</summary>
internal static class TlsOptions
{
    private const string Variable = "SSL_CERT_FILE";

    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public static SslClientAuthenticationOptions Create(NetworkSettings settings)
    {
        var authorities = Further(settings);
        var ssl = new SslClientAuthenticationOptions();
        if (authorities is not null)
        {
            ssl.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => IsTrusted(certificate, chain, errors, authorities.Value);
        }

        if (settings.ClientCertificate is { } file)
        {
            ssl.ClientCertificates = [];
            ssl.ClientCertificates.Add(CertificateFiles.ClientCertificate(file));
        }

        return ssl;
    }

    /// <summary>
    /// The certificate authorities in addition to the system's, read on first use: <c>SSL_CERT_FILE</c> often names the whole system bundle. If that
    /// variable names a file that does not exist, it is ignored, as in OpenSSL; a missing file given as an option is reported immediately.
    /// </summary>
    private static Lazy<X509Certificate2Collection>? Further(NetworkSettings settings)
    {
        var asked = settings.CertificateAuthorities is { } file ? CertificateFiles.Authorities("--pypi-certificate-authorities", file) : [];
        var variable = settings.Environment.GetValueOrDefault(Variable);
        if (File.Exists(variable) && !CertificateFiles.HasCertificate(Variable, variable))
        {
            throw ConnectionFailures.CertificatesUnusable(Variable, variable, "it contains no certificate in PEM format", null);
        }

        return asked.Count == 0 && string.IsNullOrWhiteSpace(variable) ? null : new(() =>
        {
            var all = new X509Certificate2Collection(asked);
            if (File.Exists(variable))
            {
                all.AddRange(CertificateFiles.Authorities(Variable, variable));
            }

            return all;
        });
    }

    /// <summary>
    /// Whatever the system trusts is trusted; an untrusted chain is checked again with the additional authorities. The host name must match in either
    /// case.
    /// </summary>
    private static bool IsTrusted(X509Certificate? certificate, X509Chain? seen, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors)
        {
            return errors == SslPolicyErrors.None;
        }

        if (certificate is not X509Certificate2 server)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.ExtraStore.AddRange(seen?.ChainPolicy.ExtraStore ?? []);
        return chain.Build(server);
    }
}
