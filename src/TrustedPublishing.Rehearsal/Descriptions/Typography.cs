using System.Text;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Quotation marks, dashes and dots as PyPI has docutils set them (<c>smart_quotes</c>), for English.</summary>
internal static class Typography
{
    /// <summary>Sets a text.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="before">The character before it.</param>
    public static string Set(string text, char before)
    {
        text = text.Replace("---", "—", StringComparison.Ordinal).Replace("--", "–", StringComparison.Ordinal).Replace("...", "…", StringComparison.Ordinal);
        var set = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var opens = char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '–' or '—' or '“' or '‘';
            before = character switch
            {
                '"' => opens ? '“' : '”',
                '\'' => opens ? '‘' : '’',
                _ => character,
            };
            set.Append(before);
        }

        return set.ToString();
    }
}
