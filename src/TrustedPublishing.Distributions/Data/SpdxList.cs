namespace TrustedPublishing.Distributions.Data;

/// <summary>The SPDX licence list (<see href="https://spdx.org/licenses/"/>): the official spellings by lower-case form.</summary>
internal static class SpdxList
{
    private static readonly DatedList List = DatedList.Load("spdx");

    public static IReadOnlyDictionary<string, string> Licenses { get; } = ReadEntries("license");

    public static IReadOnlyDictionary<string, string> Exceptions { get; } = ReadEntries("exception");

    private static Dictionary<string, string> ReadEntries(string kind) =>
        List.Rows.Where(row => row[0] == kind).ToDictionary(row => row[1].ToLowerInvariant(), row => row[1]);
}
