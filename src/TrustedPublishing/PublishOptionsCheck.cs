using TrustedPublishing.Release;

namespace TrustedPublishing;

/// <summary>Finds invalid options. Credentials, certificates and files are checked only when they are used.</summary>
internal static class PublishOptionsCheck
{
    private static readonly TimeSpan LongestVerification = TimeSpan.FromDays(1);

    public static void ThrowIfUnusable(PublishOptions options)
    {
        string[] problems = [.. Problems(options)];
        if (problems.Length > 0)
        {
            throw ReleaseFailures.OptionsUnusable(problems, nameof(options));
        }
    }

    private static IEnumerable<string> Problems(PublishOptions options)
    {
        if (options.Distributions.Count == 0 || options.Distributions.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{nameof(options.Distributions)} (--distributions): name at least one path or glob, and no empty ones.";
        }

        if (options.Parallel is < 1 or > 16)
        {
            yield return $"{nameof(options.Parallel)} (--pypi-parallel): {options.Parallel} files at the same time; use 1 to 16.";
        }

        if (options.VerificationLimit < TimeSpan.Zero || options.VerificationLimit > LongestVerification)
        {
            yield return $"{nameof(options.VerificationLimit)}: {options.VerificationLimit}; use zero (no verification) to one day.";
        }

        if (!Path.IsPathFullyQualified(options.BaseDirectory))
        {
            yield return $"{nameof(options.BaseDirectory)}: '{options.BaseDirectory}' is not an absolute path.";
        }

        if (options.JournalFile is { } journal && (string.IsNullOrWhiteSpace(journal) || Path.EndsInDirectorySeparator(journal)))
        {
            yield return $"{nameof(options.JournalFile)}: '{journal}' is not a file.";
        }

        if (options.UserName?.Contains(':', StringComparison.Ordinal) ?? false)
        {
            yield return $"{nameof(options.UserName)} (--pypi-user): a user name with a colon cannot be sent (RFC 7617).";
        }
    }
}
