using System.Text;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Typographic quotation marks, dashes and ellipses, which PyPI enables in docutils (<c>smart_quotes</c>), for English.</summary>
internal static class Typography
{
    /// <summary>Replaces the characters in a text.</summary>
    /// <param name="text">The original text.</param>
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
