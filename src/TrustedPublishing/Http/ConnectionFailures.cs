using TrustedPublishing.Failures;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Http;

/// <summary>
/// Failures of connections and local settings. The factories of each stage are in its own file; every message says what was tried, where,
/// what the server answered, and what to change.
/// </summary>
internal static class ConnectionFailures
{
    public static PublishException PlainText(Uri url) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"Nothing was sent to {Redacted.Url(url)}: plain http would expose tokens on the network.")
            .Change("Use an address that starts with https://; plain http is allowed only for this machine.").ToString());

    public static ArgumentException ProxyUnusable(string variable) => new(
        new FailureText($"The environment variable {variable} (or {variable.ToLowerInvariant()}) does not contain a valid proxy address.")
            .Change(
                "Set it to an address such as http://proxy.example.com:8080, or unset it.",
                "Percent-encode special characters in the user name and password: '@' as %40, ':' as %3A, '/' as %2F, '#' as %23.").ToString());

    public static ArgumentException CertificatesUnusable(string given, string file, string why, Exception? cause) => new(
        new FailureText($"The certificates in '{FailureText.OneLine(file)}' ({given}) cannot be used: {FailureText.OneLine(why).TrimEnd('.')}.")
            .Change("Use a readable file in PEM format; a client certificate needs its unencrypted private key in the same file.").ToString(),
        cause);

    /// <summary>A local setting or file that the release needs cannot be used; nothing was sent.</summary>
    public static PublishException SettingsUnusable(PackageIndex index, ArgumentException why) => new(
        PublishFailure.UnusableSettings, $"Nothing was sent to {index.Name}.\n{why.Message}", why) { Index = index };

    /// <summary>Quotes the response or, if there was none, gives the reason.</summary>
    public static FailureText Said(this FailureText text, string who, HttpResponse answer) =>
        answer.Status is not null ? text.Said(who, ResponseText.Describe(answer)) : text.Line($"There was no response: {FailureText.OneLine(answer.Summary)}");

    /// <summary>What to do if an address cannot be reached at all.</summary>
    public static IEnumerable<string> WhenUnreachable(HttpResponse answer)
    {
        if (answer.Distrusted)
        {
            yield return "The server's certificate is not trusted on this machine. If a corporate proxy inspects traffic, provide its certificate authority\n(--pypi-certificate-authorities, or the variable SSL_CERT_FILE).";
        }

        if (answer.Status is null)
        {
            yield return "Check that this machine can reach the address; if there is a proxy, check HTTPS_PROXY and NO_PROXY.";
        }
    }
}
