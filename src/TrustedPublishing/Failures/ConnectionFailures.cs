using TrustedPublishing.Http;

namespace TrustedPublishing.Failures;

/// <summary>
/// Every word that a user reads when something fails: one factory for each failure, in files by stage. Each says what was tried, where,
/// what the other side said, and what to change.
/// </summary>
internal static class ConnectionFailures
{
    private const string Advice = "https://docs.pypi.org/trusted-publishers/troubleshooting/";

    /// <summary>As <see cref="FailureText.Quote"/>; for parts of texts that other types put together.</summary>
    public static string Quoted(string? text) => FailureText.Quote(text);

    public static PublishException PlainText(Uri url) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"Nothing was sent to {Redacted.Url(url)}: plain http would show tokens to the network.")
            .Change("Use an address that starts with https://; plain http is for this machine only.").ToString());

    public static ArgumentException ProxyUnusable(string variable) => new(
        new FailureText($"The environment variable {variable} (or {variable.ToLowerInvariant()}) does not hold the address of a proxy.")
            .Change("Set it to an address such as http://proxy.example.com:8080, or unset it.").ToString());

    public static ArgumentException CertificatesUnusable(string file, string why, Exception? cause) => new(
        new FailureText($"The certificates in '{FailureText.Clean(file)}' cannot be used: {FailureText.Clean(why).TrimEnd('.')}.")
            .Change("Name a readable file in PEM form; a client certificate needs its private key, unencrypted, in the same file.").ToString(),
        cause);

    /// <summary>What helps when an address cannot be reached at all.</summary>
    private static IEnumerable<string> WhenUnreachable(HttpResponse answer)
    {
        if (answer.Distrusted)
        {
            yield return "The server's certificate is not trusted here. If a company's proxy inspects traffic, pass its certificate authority\n(option CertificateAuthorities, or the variable SSL_CERT_FILE).";
        }

        if (answer.Status is null)
        {
            yield return "Check that this machine reaches the address, and HTTPS_PROXY and NO_PROXY if there is a proxy.";
        }
    }
}
