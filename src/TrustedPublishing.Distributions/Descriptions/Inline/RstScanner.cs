using TrustedPublishing.Distributions.Grammar;
using static TrustedPublishing.Distributions.Descriptions.Inline.RstPunctuation;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>Finds the start and end of inline markup in a text with escaped characters.</summary>
internal sealed class RstScanner(string text)
{
    private (int Start, int End) name;

    /// <summary>The first construct at or after a position, which must be after the last construct.</summary>
    public RstConstruct? Next(int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if ((i == from || Opens(text[i - 1])) && At(i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a start-string is plain text because it is enclosed in quotation marks or brackets, as in <c>"*"</c> or <c>(*)</c>, or at the very
    /// end.
    /// </summary>
    public bool IsQuoted(int from, RstConstruct construct) => construct.Start > from
        && (construct.End >= text.Length || IsPair(text[construct.Start - 1], text[construct.End]));

    /// <summary>The start and end of a construct's end-string, including its suffix. Null if there is none, or if nothing precedes it.</summary>
    public (int Start, int End)? EndOf(RstConstruct construct)
    {
        for (var i = construct.End; (i = text.IndexOf(construct.Sign, i, StringComparison.Ordinal)) >= 0; i++)
        {
            var isFirst = i == construct.End;
            if ((isFirst || !IsProtected(construct.Kind, i)) && EndAt(construct, i + construct.Sign.Length) is { } end)
            {
                return isFirst ? null : (i, end);
            }
        }

        return null;
    }

    /// <summary>The role after a closing backquote; empty if there is none.</summary>
    public string RoleAt(int index) => index < text.Length && text[index] == ':' && NameEnd(index + 1) is > 0 and var end && end < text.Length && text[end] == ':'
        ? text[(index + 1)..end] : "";

    private RstConstruct? At(int i) => text[i] switch
    {
        '*' => Is(i + 1, '*') ? Simple(RstStart.Strong, i, 2) : Simple(RstStart.Emphasis, i, 1),
        '`' => Is(i + 1, '`') ? Simple(RstStart.Literal, i, 2) : Simple(RstStart.Interpreted, i, 1),
        '_' => Is(i + 1, '`') ? Simple(RstStart.Target, i, 2) : null,
        '|' => Is(i + 1, '|') ? null : Simple(RstStart.Substitution, i, 1),
        '[' => Note(i),
        ':' => RoleAt(i) is { Length: > 0 } role && Is(i + role.Length + 2, '`') && !Is(i + role.Length + 3, '`')
            ? Simple(RstStart.Interpreted, i, role.Length + 3) is { } interpreted ? interpreted with { Name = role } : null : null,
        _ => Reference(i),
    };

    private RstConstruct? Simple(RstStart kind, int i, int length) =>
        i + length < text.Length && PythonText.IsSpace(text[i + length]) ? null : new(kind, i, i + length);

    private RstConstruct? Reference(int i)
    {
        if (NameEnd(i) is not (> 0 and var end) || !Is(end, '_'))
        {
            return null;
        }

        var isAnonymous = Is(end + 1, '_');
        var after = end + (isAnonymous ? 2 : 1);
        return ClosesAt(text, after) ? new(isAnonymous ? RstStart.AnonymousReference : RstStart.Reference, i, after, text[i..end]) : null;
    }

    private RstConstruct? Note(int i)
    {
        var end = Is(i + 1, '*') ? i + 2 : Is(i + 1, '#') ? Math.Max(i + 2, NameEnd(i + 2)) : NameEnd(i + 1);
        if (end <= i + 1 || !Is(end, ']') || !Is(end + 1, '_') || !ClosesAt(text, end + 2))
        {
            return null;
        }

        var label = text[(i + 1)..end];
        return new(label[0] is '#' or '*' || label.All(char.IsAsciiDigit) ? RstStart.Footnote : RstStart.Citation, i, end + 2, label);
    }

    /// <summary>The end of the name that starts at a position, or 0 if there is none. Computed once for all positions within a name.</summary>
    private int NameEnd(int i)
    {
        if (i >= text.Length || !IsNameCharacter(text[i]))
        {
            return 0;
        }

        if (i < name.Start || i >= name.End)
        {
            var end = i;
            while (end < text.Length && (IsNameCharacter(text[end]) || (text[end] is '-' or '.' or '_' or '+' or ':' && end + 1 < text.Length && IsNameCharacter(text[end + 1]))))
            {
                end++;
            }

            name = (i, end);
        }

        return name.End;
    }

    /// <summary>White space or a backslash before an end-string makes it plain text.</summary>
    private bool IsProtected(RstStart kind, int i) => kind switch
    {
        RstStart.Literal => PythonText.IsSpace(text[i - 1]),
        RstStart.Interpreted => (PythonText.IsSpace(text[i - 1]) || text[i - 1] == '\0') && text[i - 2] != '\0',
        _ => PythonText.IsSpace(text[i - 1]) || text[i - 1] == '\0',
    };

    /// <summary>The end of an end-string with its suffix: the underscores of a reference, or a role.</summary>
    private int? EndAt(RstConstruct construct, int i)
    {
        var role = construct.Kind == RstStart.Interpreted && RoleAt(i) is { Length: > 0 } found ? found.Length + 2 : 0;
        return (role > 0 ? WithUnderscores(i + role) : null) ?? (construct.Kind is RstStart.Interpreted or RstStart.Substitution ? WithUnderscores(i) : ClosesAt(text, i) ? i : null);
    }

    private int? WithUnderscores(int i)
    {
        var count = Is(i, '_') ? Is(i + 1, '_') ? 2 : 1 : 0;
        return ClosesAt(text, i + count) ? i + count : null;
    }

    private bool Is(int i, char c) => i < text.Length && text[i] == c;

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || char.IsNumber(c);
}
