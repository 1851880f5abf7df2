namespace TrustedPublishing.Distributions.Data;

/// <summary>Normalised names of the modules of Python's standard library, 2.6 to 3.14; new projects may not use them.</summary>
internal static class StandardLibrary
{
    public static DatedList List { get; } = DatedList.Load("stdlib");

    public static IReadOnlySet<string> Names { get; } = List.Rows.Select(row => row[0]).ToHashSet();
}
