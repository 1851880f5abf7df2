using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>The lexical part of RFC 2822 addresses: atoms, quoted text, comments and white space.</summary>
internal sealed class MailScanner(string text)
{
    private const string Specials = "()<>@,:;.\"[]";

    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The current character; NUL at the end.</summary>
    public char Current => AtEnd ? '\0' : text[Position];

    public bool IsAtSpecial => !AtEnd && Specials.Contains(Current, StringComparison.Ordinal);

    public bool IsAtAtomEnd => IsAtSpecial || IsSpace(Current);

    public bool Take(char c)
    {
        var taken = !AtEnd && Current == c;
        Position += taken ? 1 : 0;
        return taken;
    }

    /// <summary>Skips white space and comments, and returns the white space without line breaks.</summary>
    public string SkipComments()
    {
        var space = new StringBuilder();
        while (IsSpace(Current) || Current == '(')
        {
            if (Current == '(')
            {
                Comment();
            }
            else
            {
                space.Append(Current is '\r' or '\n' ? "" : Current.ToString());
                Position++;
            }
        }

        return space.ToString();
    }

    public string Atom(bool withDots)
    {
        var start = Position;
        while (!AtEnd && (!IsAtAtomEnd || (withDots && Current == '.')))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>The text up to the closing character or a carriage return; a backslash escapes the next character.</summary>
    public string Delimited(char close)
    {
        var content = new StringBuilder();
        var isProtected = false;
        for (Position++; !AtEnd; Position++)
        {
            if (isProtected || (Current != close && Current is not ('\r' or '\\')))
            {
                content.Append(Current);
                isProtected = false;
            }
            else if (Current == '\\')
            {
                isProtected = true;
            }
            else
            {
                Position++;
                break;
            }
        }

        return content.ToString();
    }

    public void Comment()
    {
        var (depth, isProtected) = (0, false);
        do
        {
            depth += isProtected ? 0 : Current switch { '(' => 1, ')' or '\r' => -1, _ => 0 };
            isProtected = !isProtected && Current == '\\';
            Position++;
        }
        while (depth > 0 && !AtEnd);
    }

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>Whether every comment is closed, ignoring quoted text.</summary>
    public static bool HasPairedParentheses(string field)
    {
        var (depth, isProtected) = (0, false);
        foreach (var c in OutsideQuotes(field))
        {
            depth += isProtected ? 0 : c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }

            isProtected = !isProtected && c == '\\';
        }

        return depth == 0;
    }

    /// <summary>The text without its quoted parts; an unclosed quotation mark quotes nothing.</summary>
    private static string OutsideQuotes(string field)
    {
        var (outside, start, open, isProtected) = ("", 0, -1, false);
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '"' && !isProtected)
            {
                (outside, start, open) = open < 0 ? (outside, start, i) : (outside + field[start..open], i + 1, -1);
            }

            isProtected = !isProtected && field[i] == '\\';
        }

        return outside + field[start..];
    }
}
