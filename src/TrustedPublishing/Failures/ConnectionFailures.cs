using TrustedPublishing.Http;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Failures;

/// <summary>
/// Every word that a user reads when something fails: one factory for each failure, in files by stage. Each says what was tried, where,
/// what the other side said, and what to change.
/// </summary>
internal static class ConnectionFailures
{
    public static PublishException PlainText(Uri url) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"Nothing was sent to {Redacted.Url(url)}: plain http would show tokens to the network.")
            .Change("Use an address that starts with https://; plain http is for this machine only.").ToString());

    public static ArgumentException ProxyUnusable(string variable) => new(
        new FailureText($"The environment variable {variable} (or {variable.ToLowerInvariant()}) does not hold the address of a proxy.")
            .Change(
                "Set it to an address such as http://proxy.example.com:8080, or unset it.",
                "In a user name or password, write what separates the parts of an address percent-encoded: '@' as %40, ':' as %3A, '/' as %2F, '#' as %23.").ToString());

    public static ArgumentException CertificatesUnusable(string file, string why, Exception? cause) => new(
        new FailureText($"The certificates in '{FailureText.Clean(file)}' cannot be used: {FailureText.Clean(why).TrimEnd('.')}.")
            .Change("Name a readable file in PEM form; a client certificate needs its private key, unencrypted, in the same file.").ToString(),
        cause);
}
