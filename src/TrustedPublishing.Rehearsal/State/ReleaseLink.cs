using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A link that a release declares.</summary>
/// <param name="Label">As it is declared; <c>Homepage</c> and <c>Download</c> for the fields of their own.</param>
/// <param name="Address">Where it leads, as it is declared.</param>
internal sealed record ReleaseLink(string Label, string Address)
{
    public string Key => $"{Label}, {Address}";

    /// <summary>In the order in which PyPI shows them; a label that repeats one of the fields with the same address is left out (PEP 753).</summary>
    public static IEnumerable<ReleaseLink> Read(IEnumerable<FormField> fields)
    {
        var all = fields.ToLookup(field => field.Name, field => field.Value);
        ReleaseLink[] own =
        [
            .. all["home_page"].Where(value => value.Length > 0).Take(1).Select(address => new ReleaseLink("Homepage", address)),
            .. all["download_url"].Where(value => value.Length > 0).Take(1).Select(address => new ReleaseLink("Download", address)),
        ];
        var declared = all["project_urls"].Select(value => value.Split(',', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2).Select(pair => new ReleaseLink(pair[0], pair[1]));
        return own.Concat(declared.Where(link => !own.Any(other => link.Address == other.Address && IsSameLabel(link.Label, other.Label)))).DistinctBy(link => link.Label);
    }

    private static bool IsSameLabel(string label, string field) =>
        string.Equals(string.Concat(label.Where(char.IsLetterOrDigit)), field == "Download" ? "downloadurl" : "homepage", StringComparison.OrdinalIgnoreCase);
}
