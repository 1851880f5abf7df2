using System.Globalization;
using System.Text.RegularExpressions;
using static TrustedPublishing.Distributions.Descriptions.RstInlinePatterns;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>
/// Inline markup by docutils' recognition rules: a start-string follows white space or an opening character and is followed by text, an
/// end-string follows text and is followed by white space or a closing character. What a backslash protects counts as text.
/// </summary>
internal sealed class RstInline(RstDocument document)
{
    private const int LongestName = 300;

    private string text = "";
    private int line;
    private (int Position, int Line) counted;

    /// <summary>Reads one paragraph's text, whose lines are joined by line feeds.</summary>
    public void Read(string paragraph, int firstLine)
    {
        (text, line) = (Escaped().Replace(paragraph, "\0$1"), firstLine);
        counted = (0, firstLine);
        for (var position = 0; position < text.Length && !document.IsFull;)
        {
            position = Next(position);
        }
    }

    /// <summary>Reads the first markup at or after a position; gives the position behind it.</summary>
    private int Next(int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if ((i == from || Opens(text[i - 1])) && text[i] != '\0' && !char.IsWhiteSpace(text[i]))
            {
                var end = Simple(from, i) ?? Reference(i) ?? Backquoted(from, i);
                if (end is { } found)
                {
                    return found;
                }
            }
        }

        return text.Length;
    }

    private int? Simple(int from, int i)
    {
        var (start, end, what) = text[i] switch
        {
            '*' when At(i + 1) == '*' => ("**", StrongEnd(), "strong"),
            '*' => ("*", EmphasisEnd(), "emphasis"),
            '`' when At(i + 1) == '`' => ("``", LiteralEnd(), "literal"),
            '_' when At(i + 1) == '`' => ("_`", TargetEnd(), "target"),
            '|' when At(i + 1) != '|' => ("|", SubstitutionEnd(), "substitution_reference"),
            _ => ("", TargetEnd(), ""),
        };
        var body = i + start.Length;
        if (start.Length == 0 || char.IsWhiteSpace(At(body)) || (start == "*" && At(body) == '*'))
        {
            return null;
        }

        if (IsQuoted(from, i, body))
        {
            return body;
        }

        var match = end.Match(text, body);
        if (!match.Success || match.Index == body)
        {
            document.Problem(LineAt(i), $"Inline {what} start-string without end-string.");
            return body;
        }

        Collect(what, text[body..match.Index], match.Value, LineAt(i));
        return match.Index + match.Length;
    }

    private void Collect(string what, string content, string end, int at)
    {
        if (what == "target")
        {
            document.Name(Unescape(content), null, at);
        }
        else if (what == "substitution_reference")
        {
            document.SubstitutionReference(Unescape(content), at);
            if (end.EndsWith("__", StringComparison.Ordinal))
            {
                document.AnonymousReference(at);
            }
            else if (end.EndsWith('_'))
            {
                document.Reference(Unescape(content), at);
            }
        }
    }

    /// <summary><c>name_</c>, <c>name__</c>, <c>[1]_</c>.</summary>
    private int? Reference(int i)
    {
        if (Near(Referenced(), '_', i) is { } reference)
        {
            if (reference.Groups["end"].Length == 2)
            {
                document.AnonymousReference(LineAt(i));
            }
            else
            {
                document.Reference(reference.Groups["name"].Value, LineAt(i));
            }

            return i + reference.Length;
        }

        if (Near(FootnoteReferenced(), ']', i) is not { } note)
        {
            return null;
        }

        var label = note.Groups["label"].Value;
        if (label is "#" or "*")
        {
            document.AutomaticReference(label[0], LineAt(i));
        }
        else
        {
            document.Reference(label.TrimStart('#'), LineAt(i));
        }

        return i + note.Length;
    }

    private int? Backquoted(int from, int i)
    {
        if (Near(BackquoteStart(), '`', i) is not { } start)
        {
            return null;
        }

        var (body, prefix) = (i + start.Length, start.Groups["role"].Value.Trim(':'));
        if (prefix.Length == 0 && IsQuoted(from, i, body))
        {
            return body;
        }

        var end = BackquoteEnd().Match(text, body);
        if (!end.Success || end.Index == body)
        {
            document.Problem(LineAt(i), "Inline interpreted text or phrase reference start-string without end-string.");
            return body;
        }

        Interpreted(text[body..end.Index], prefix, end.Groups["role"].Value.Trim(':'), end.Groups["reference"].Value, LineAt(i));
        return end.Index + end.Length;
    }

    private void Interpreted(string content, string prefix, string suffix, string reference, int at)
    {
        if (prefix.Length > 0 && suffix.Length > 0)
        {
            document.Problem(at, "Multiple roles in interpreted text (both prefix and suffix present; only one allowed).");
        }
        else if (reference.Length > 0 && prefix.Length + suffix.Length > 0)
        {
            document.Problem(at, $"Mismatch: both interpreted text role {(prefix.Length > 0 ? "prefix" : "suffix")} and reference suffix.");
        }
        else if (reference.Length > 0)
        {
            Phrase(content, reference, at);
        }
        else if (RstNames.ProblemOfRole(prefix + suffix, content, document.Roles) is { } problem)
        {
            document.Problem(at, problem);
        }
    }

    private void Phrase(string content, string reference, int at)
    {
        var embedded = Embedded().Match(content);
        var name = Unescape(embedded.Success && embedded.Index > 0 ? content[..embedded.Index] : embedded.Success ? embedded.Groups["target"].Value : content);
        var alias = embedded.Success && embedded.Groups["target"].Value.EndsWith('_') && !embedded.Groups["target"].Value.EndsWith("\0_", StringComparison.Ordinal);
        if (alias)
        {
            document.Reference(Unescape(embedded.Groups["target"].Value[..^1]).Trim('`'), at);
        }

        if (embedded.Success && reference == "_")
        {
            document.Name(name, Blanks().Replace(Unescape(embedded.Groups["target"].Value), ""), at);
        }
        else if (!embedded.Success && reference == "_")
        {
            document.Reference(name, at);
        }
        else if (!embedded.Success)
        {
            document.AnonymousReference(at);
        }
    }

    /// <summary>A start-string in quotation marks or brackets, as in <c>"*"</c> or <c>(*)</c>, is text, and so is one at the very end.</summary>
    private bool IsQuoted(int from, int start, int body)
    {
        const string Openers = "\"'(<[{";
        const string Closers = "\"')>]}";
        if (start > from && body >= text.Length)
        {
            return true;
        }

        var before = start > from ? Openers.IndexOf(text[start - 1], StringComparison.Ordinal) : -1;
        return before >= 0 && At(body) == Closers[before];
    }

    /// <summary>Looks no further than a name can reasonably be long, or hostile text would take time by the square of its length.</summary>
    private Match? Near(Regex construct, char needed, int i)
    {
        var length = Math.Min(LongestName, text.Length - i);
        if (!text.AsSpan(i, length).Contains(needed))
        {
            return null;
        }

        var match = construct.Match(text, i, length);
        return match.Success && (match.Length < length || i + length == text.Length) ? match : null;
    }

    private char At(int i) => i < text.Length ? text[i] : '\x01';

    /// <summary>Positions are asked for in rising order, so that counting goes on from the last.</summary>
    private int LineAt(int i)
    {
        counted = i < counted.Position ? (0, line) : counted;
        counted = (i, counted.Line + text.AsSpan(counted.Position, i - counted.Position).Count('\n'));
        return counted.Line;
    }

    private static bool Opens(char c) => char.IsWhiteSpace(c) || "\"'(<[{-/:".Contains(c, StringComparison.Ordinal)
        || (c > 0x7f && char.GetUnicodeCategory(c) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation);

    private static string Unescape(string escaped) => escaped.Replace("\0 ", "", StringComparison.Ordinal).Replace("\0\n", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
}
