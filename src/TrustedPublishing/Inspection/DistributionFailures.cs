using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Inspection;

/// <summary>Failures concerning the files to be published.</summary>
internal static class DistributionFailures
{
    private const int ShownNames = 20;

    /// <param name="patterns">All patterns that were given.</param>
    /// <param name="empty">The patterns that match nothing.</param>
    /// <param name="baseDirectory">The base directory for relative patterns.</param>
    /// <param name="present">What the folders contain instead; null names if a folder does not exist.</param>
    /// <param name="suggestions">Patterns that would find distributions in subfolders.</param>
    public static PublishException NoDistributions(
        IReadOnlyList<string> patterns, IReadOnlyList<string> empty, string baseDirectory, IReadOnlyList<(string Folder, IReadOnlyList<string>? Names)> present, params IReadOnlyList<string> suggestions) => new(
        PublishFailure.NoDistributions,
        new FailureText(patterns.Count == 0
                ? "There is nothing to publish: no path or pattern was given."
                : $"There is nothing to publish for {string.Join(", ", empty.Select(FailureText.Quote))}, looked for in {FailureText.OneLine(baseDirectory)}.")
            .Block(present.SelectMany(folder => Content(FailureText.OneLine(folder.Folder), folder.Names)))
            .Change([
                .. suggestions.Select(pattern => $"There are distributions in folders below: --distributions {FailureText.OneLine($"'{pattern}'")}."),
                "Run the target Pack before Publish, in the same job or with its files downloaded into that folder.",
                "Or name the files: --distributions 'dist/*' (quoted, so that the shell leaves the glob alone).",
            ]).ToString());

    /// <summary>An invalid glob.</summary>
    public static PublishException PatternUnusable(string pattern, string why) => new(
        PublishFailure.NoDistributions,
        new FailureText($"The pattern {FailureText.Quote(pattern)} cannot be used: {FailureText.OneLine(why)}.")
            .Change(
                "Use *, ?, [a-z], {a,b} and ** (any number of folders): --distributions 'dist/*.{whl,tar.gz}'.",
                "A file or folder whose name contains such characters is matched by name if it exists.").ToString());

    /// <summary>All findings about all files in one message, before anything is sent.</summary>
    public static PublishException UnusableDistributions(IReadOnlyList<Finding> findings)
    {
        Finding[] errors = [.. findings.Where(finding => finding.Severity == FindingSeverity.Error)];
        string?[] files = [.. errors.Select(finding => finding.FileName).Distinct()];
        return new(
            PublishFailure.UnusableDistributions,
            new FailureText($"Nothing was sent: {Count(files.Count(file => file is not null), "file")} cannot be published ({Count(errors.Length, "complaint")}).")
                .Block(files.SelectMany(file => Complaints(file, errors)))
                .Change("Fix the findings above and build the files again: an upload cannot be undone.").ToString())
        {
            Findings = findings,
            FileName = files is [{ } only] ? only : null,
        };
    }

    public static Finding Unreadable(string fileName, string why) => new(
        FindingSeverity.Error, fileName, $"The file cannot be read: {FailureText.OneLine(why)}", "Check that the file exists, is complete, and may be read by this user.");

    public static Finding Replaced(string fileName, string before, string now) => new(
        FindingSeverity.Error, fileName, $"The file was replaced during the run: its SHA-256 was {before}, and is {now} now.",
        "Let nothing write into the folder while it is published. Every index of a run gets the same bytes.");

    private static IEnumerable<string> Content(string folder, IReadOnlyList<string>? names) => names switch
    {
        null => [$"The folder {folder} does not exist."],
        [] => [$"The folder {folder} is empty."],
        _ =>
        [
            $"The folder {folder} holds:",
            .. names.Take(ShownNames).Select(name => $"  {FailureText.OneLine(name)}"),
            .. names.Count > ShownNames ? [$"  and {names.Count - ShownNames} more"] : Array.Empty<string>(),
        ],
    };
}
