using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A link that a release declares.</summary>
/// <param name="Label">As declared; <c>Homepage</c> and <c>Download</c> for the dedicated fields.</param>
/// <param name="Address">Its target, as declared.</param>
internal sealed record ReleaseLink(string Label, string Address)
{
    public string Key => $"{Label}, {Address}";

    /// <summary>The links in PyPI's order; a label that repeats one of the dedicated fields with the same address is omitted (PEP 753).</summary>
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
