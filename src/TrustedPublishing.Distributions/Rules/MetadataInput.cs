using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The metadata that the server reads from a form. It first removes every field whose last value is <c>UNKNOWN</c>, escapes NUL, and treats a
/// single empty value as absent.
/// </summary>
internal sealed class MetadataInput
{
    private readonly Dictionary<string, List<string>> form = [];

    public MetadataInput(UploadForm form)
    {
        foreach (var group in form.Fields.GroupBy(field => field.Name))
        {
            List<string> values = [.. group.Select(field => field.Value)];
            if (PythonText.Strip(values[^1]) != "UNKNOWN")
            {
                this.form[group.Key] = values[^1].Contains('\0', StringComparison.Ordinal) ? [values[^1].Replace("\0", @"\x00", StringComparison.Ordinal)] : values;
            }
        }
    }

    /// <summary>The first value of a form field, including control fields; null if it is absent.</summary>
    public string? First(string name) => form.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>The last value, which decides for fields that the server expects only once.</summary>
    public string? Last(string name) => form.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>The values of a metadata field; null if the server sees none.</summary>
    public IReadOnlyList<string>? Values(MetadataField field) =>
        form.TryGetValue(field.Form, out var values) && values is not [""] ? values : null;

    /// <summary>The value of a field that occurs once, or null.</summary>
    public string? Single(string header) => Values(MetadataFields.FromHeader(header)) is [var only] ? only : null;

    /// <summary>The values of a field that may occur several times.</summary>
    public IReadOnlyList<string> All(string header) => Values(MetadataFields.FromHeader(header)) ?? [];

    /// <summary>Labels and addresses of <c>Project-URL</c>.</summary>
    public IReadOnlyList<(string Label, string Url)> ProjectUrls() => [.. All("project-url").Select(Pair)];

    private static (string, string) Pair(string value)
    {
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? (PythonText.Strip(value), "") : (PythonText.Strip(value[..comma]), PythonText.Strip(value[(comma + 1)..]));
    }
}
