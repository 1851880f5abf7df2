namespace TrustedPublishing.Distributions.Data;

/// <summary>
/// The classifiers that PyPI accepts (<see href="https://pypi.org/classifiers/"/>), and the deprecated ones with their replacements.
/// </summary>
internal static class ClassifierList
{
    private static readonly DatedList List = DatedList.Load("classifiers");

    /// <summary>The last day on which PyPI was known to use this list.</summary>
    public static DateTimeOffset Date => List.Date;

    public static IReadOnlySet<string> All { get; } = List.Rows.Select(row => row[0]).ToHashSet();

    /// <summary>Replacements by deprecated classifier; an empty list if there is no replacement.</summary>
    public static IReadOnlyDictionary<string, string[]> Deprecated { get; } =
        List.Rows.Where(row => row.Length > 1).ToDictionary(row => row[0], row => row[2..]);

    /// <summary>The known classifier that is most similar, for "did you mean".</summary>
    public static string? Nearest(string classifier) => All
        .Where(known => !Deprecated.ContainsKey(known) && Math.Abs(known.Length - classifier.Length) <= 4)
        .Select(known => (Known: known, Distance: EditDistance.Measure(known, classifier, 4)))
        .Where(candidate => candidate.Distance <= 4)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Known)
        .FirstOrDefault();
}

/// <summary>The number of single-character edits that turn one text into another, ignoring case.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 if it is larger.</summary>
    public static int Measure(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 0; i < left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]);
                current[j + 1] = Math.Min(previous[j] + (same ? 0 : 1), Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return Math.Min(previous[^1], limit + 1);
    }
}
