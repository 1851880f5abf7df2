using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Http;

/// <summary>Reads certificates from files; failures name the option or variable that gave the file.</summary>
internal static class CertificateFiles
{
    /// <summary>Whether a file contains a certificate. Searching for the marker is much faster than parsing a whole system bundle.</summary>
    public static bool HasCertificate(string given, string file)
    {
        try
        {
            RegularFile.ThrowIfOther(file);
            return File.ReadLines(file).Any(line => line.StartsWith("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ConnectionFailures.CertificatesUnusable(given, file, exception.Message, exception);
        }
    }

    public static X509Certificate2Collection Authorities(string given, string file)
    {
        try
        {
            RegularFile.ThrowIfOther(file);
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? certificates : throw ConnectionFailures.CertificatesUnusable(given, file, "it contains no certificate in PEM format", null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw ConnectionFailures.CertificatesUnusable(given, file, exception.Message, exception);
        }
    }

    public static X509Certificate2 ClientCertificate(string file)
    {
        try
        {
            RegularFile.ThrowIfOther(file);
            var certificate = X509Certificate2.CreateFromPemFile(file);
            // Windows cannot use an in-memory key for TLS: the key must come from a PKCS#12 store.
            return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null) : certificate;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw ConnectionFailures.CertificatesUnusable("--pypi-client-certificate", file, exception.Message, exception);
        }
    }
}
