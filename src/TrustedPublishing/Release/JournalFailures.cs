using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Release;

/// <summary>Failures and warnings about the journal of a release.</summary>
internal static class JournalFailures
{
    /// <summary>The journal cannot be written even before the first byte is sent.</summary>
    public static PublishException Unwritable(PackageIndex index, string file, Exception why) => new(
        PublishFailure.UnusableSettings,
        new FailureText($"Nothing was sent to {index.Name}: the journal {FailureText.OneLine(file)} cannot be written: {FailureText.OneLine(why.Message.TrimEnd('.'))}.")
            .Change("Name a file in a folder that the job may write to (option JournalFile), or null for no journal.").ToString(),
        why) { Index = index };

    public static Finding Ignored(string file, string why) => new(
        FindingSeverity.Warning, null, $"the journal {FailureText.OneLine(file)} is ignored and overwritten: {FailureText.OneLine(why)}", "Nothing to do: what is missing is known from the index.");

    public static Finding NotWritten(string file, string why) => new(
        FindingSeverity.Warning, null, $"the journal {FailureText.OneLine(file)} cannot be written: {FailureText.OneLine(why)}", "Name a file in a folder that the job may write to.");
}
