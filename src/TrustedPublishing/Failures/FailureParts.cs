using System.Globalization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Index;

namespace TrustedPublishing.Failures;

/// <summary>Lines and words that failures of several stages share.</summary>
internal static class FailureParts
{
    public const string Advice = "https://docs.pypi.org/trusted-publishers/troubleshooting/";

    public static string Name(Distribution distribution) => FailureText.OneLine(distribution.FileName.Text);

    public static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    public static IEnumerable<string> Complaints(string? file, IEnumerable<Finding> errors)
    {
        yield return $"{FailureText.OneLine(file ?? "all files together")}:";
        foreach (var finding in errors.Where(finding => finding.FileName == file))
        {
            yield return $"  - {FailureText.OneLine(finding.Text)}";
            yield return $"    → {FailureText.OneLine(finding.Remedy)}";
        }
    }

    public static string[] ConflictLines(Distribution distribution, IndexFile there) =>
    [
        $"here:     SHA-256 {distribution.Sha256}, {distribution.Size} bytes",
        $"on index: SHA-256 {there.Sha256 ?? "not given"}{(there.Size is { } size ? $", {size} bytes" : "")}{(there.UploadTime is { } time ? $", uploaded {time.ToString("u", CultureInfo.InvariantCulture)}" : "")}",
    ];

    /// <summary>What helps when an address cannot be reached at all.</summary>
    public static IEnumerable<string> WhenUnreachable(HttpResponse answer)
    {
        if (answer.Distrusted)
        {
            yield return "The server's certificate is not trusted here. If a company's proxy inspects traffic, pass its certificate authority\n(--pypi-certificate-authorities, or the variable SSL_CERT_FILE).";
        }

        if (answer.Status is null)
        {
            yield return "Check that this machine reaches the address, and HTTPS_PROXY and NO_PROXY if there is a proxy.";
        }
    }

    public static string Later(PackageIndex index) =>
        $"Run the same command again later; it uploads only what is missing.{(index.IsPyPI ? " PyPI's state is at https://status.python.org." : "")}";
}
