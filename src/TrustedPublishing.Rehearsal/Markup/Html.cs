using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TrustedPublishing.Rehearsal.Markup;

/// <summary>
/// HTML markup. It is created only from literals of this program with encoded placeholders: <c>Html.Format($"&lt;p&gt;{text}&lt;/p&gt;")</c>.
/// The exceptions are the output of the description sanitizer, and the style sheet.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string markup;

    private Html(string markup) => this.markup = markup;

    public static Html Empty { get; } = new("");

    public static Html Format(ref Template template) => new(template.Markup);

    /// <summary>Encoded text.</summary>
    public static Html Text(string? text) => new(Encode(text));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>The markup of all items.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> write) => Join(items.Select(write));

    /// <summary>The markup if the condition is true; otherwise nothing.</summary>
    public static Html If(bool condition, Func<Html> write) => condition ? write() : Empty;

    /// <summary>For the output of the description sanitizer and the style sheet only.</summary>
    public static Html Sanitized(string markup) => new(markup);

    public override string ToString() => markup;

    /// <summary>
    /// Safe between tags and in quoted attributes. Control characters, and those that change the text direction, are shown as character references.
    /// </summary>
    private static string Encode(string? text)
    {
        if (text is null || !text.Any(IsDisturbing))
        {
            return Encoded(text ?? "");
        }

        var shown = new StringBuilder();
        foreach (var character in text)
        {
            shown.Append(IsDisturbing(character) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : $"{character}");
        }

        return Encoded(shown.ToString());
    }

    /// <summary>Line breaks and tabs are kept, to make the source readable.</summary>
    private static string Encoded(string text) =>
        Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal).Replace("&#x9;", "\t", StringComparison.Ordinal);

    private static bool IsDisturbing(char character) => (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';

    /// <summary>Encodes every placeholder of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly StringBuilder markup;

        public Template(int literalLength, int formattedCount) => markup = new(literalLength + (16 * formattedCount));

        public string Markup => markup.ToString();

        public void AppendLiteral(string literal) => markup.Append(literal);

        public void AppendFormatted(string? text) => markup.Append(Encode(text));

        public void AppendFormatted(long number) => markup.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Html? html) => markup.Append(html);
    }
}
