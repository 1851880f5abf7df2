using System.Globalization;

/// <summary>The age of the external lists that are included in the packages.</summary>
internal static class ListDates
{
    /// <summary>In days. PyPI and GitHub change these lists several times a year.</summary>
    public const int MostDays = 60;

    /// <summary>Lists whose sources change from time to time.</summary>
    private static readonly string[] Changing =
    [
        "src/TrustedPublishing.Distributions/Data/classifiers.txt", "src/TrustedPublishing.Distributions/Data/platforms.txt", "src/TrustedPublishing.Distributions/Data/spdx.txt",
        "src/TrustedPublishing.Distributions/Data/stdlib.txt", "src/TrustedPublishing.Nuke/Workflow/Data/actions.txt", "src/TrustedPublishing/Sigstore/Data/sigstore.txt",
    ];

    /// <summary>Lists that belong to a specific version (of Unicode, for example), which PyPI's version of docutils or Python determines.</summary>
    private static readonly string[] Fixed =
    [
        "src/TrustedPublishing.Distributions/Data/characters.txt", "src/TrustedPublishing.Distributions/Data/decompositions.txt", "src/TrustedPublishing.Distributions/Data/letters.txt",
        "src/TrustedPublishing.Distributions/Data/lexers.txt", "src/TrustedPublishing.Distributions/Data/manylinux.txt", "src/TrustedPublishing.Distributions/Data/widths.txt",
    ];

    /// <summary>The problems with the lists of a repository on a given day; empty if all of them are recent enough.</summary>
    public static IReadOnlyList<string> Complaints(string root, DateOnly today) =>
    [
        .. Changing.Select(list => Complaint(root, list, today)).OfType<string>(),
        .. Directory.EnumerateFiles(Path.Combine(root, "src"), "*.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => file.Contains("/Data/", StringComparison.Ordinal) && !Changing.Contains(file) && !Fixed.Contains(file))
            .Select(file => $"{file} is a list that build/ListDates.cs does not know: add it to those that change, or to those of a fixed version."),
    ];

    private static string? Complaint(string root, string list, DateOnly today)
    {
        var file = Path.Combine(root, list);
        if (!File.Exists(file))
        {
            return $"{list} does not exist: correct build/ListDates.cs.";
        }

        var line = File.ReadLines(file).TakeWhile(line => line.StartsWith('#')).FirstOrDefault(line => line.StartsWith("# date: ", StringComparison.Ordinal));
        if (line is null || !DateOnly.TryParseExact(line["# date: ".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return $"{list} has no line '# date: YYYY-MM-DD' at its beginning.";
        }

        var days = today.DayNumber - date.DayNumber;
        return days > MostDays ? $"{list} is of {date:yyyy-MM-dd}, which is {days} days ago, more than {MostDays}: renew it as build/README.md says."
            : days < 0 ? $"{list} is of {date:yyyy-MM-dd}, which is in the future: correct its date."
            : null;
    }
}
