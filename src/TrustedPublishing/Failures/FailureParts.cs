using TrustedPublishing.Distributions;

namespace TrustedPublishing.Failures;

/// <summary>Lines and phrases shared by the failures of several stages.</summary>
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

    public static string Later(PackageIndex index) =>
        $"Run the same command again later; it uploads only what is missing.{(index.IsPyPI ? " PyPI's status page is https://status.python.org." : "")}";
}
