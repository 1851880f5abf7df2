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
