using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>Parses inline markup, for example in a paragraph or a title.</summary>
internal sealed class RstInline(RstDocument document, RstRoles roles)
{
    private readonly RstReferences references = new(document);

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="line">The line at which problems are reported.</param>
    /// <param name="around">The parent of the text's own element.</param>
    public RstInlineText Read(string text, int? line, RstNode around)
    {
        var escaped = RstText.Escape(text);
        var (scanner, read, from) = (new RstScanner(escaped), new RstInlineText([], []), 0);
        var plain = 0;
        while (!document.Reporter.IsFull && scanner.Next(from) is { } construct)
        {
            if (IsBracketed(construct) && construct is not { Kind: RstStart.Interpreted, Name.Length: > 0 } && scanner.IsQuoted(from, construct))
            {
                from = construct.End;
                continue;
            }

            AddText(read, escaped[plain..construct.Start]);
            plain = from = Read(new(scanner, escaped, construct, line, around), read);
        }

        AddText(read, escaped[plain..]);
        return read;
    }

    private static bool IsBracketed(RstConstruct construct) => construct.Kind <= RstStart.Interpreted;

    private static void AddText(RstInlineText read, string text)
    {
        if (text.Length > 0)
        {
            read.Nodes.Add(new(RstKind.Text, text));
        }
    }

    /// <summary>Parses one construct and returns the position after it.</summary>
    private int Read(RstFound found, RstInlineText read)
    {
        var construct = found.Construct;
        if (!IsBracketed(construct))
        {
            read.Nodes.Add(references.Whole(construct));
            return construct.End;
        }

        if (found.Scanner.EndOf(construct) is not { } end)
        {
            Problem(read, $"Inline {construct.Title} start-string without end-string.", found.Line, found.Text[construct.Start..construct.End]);
            return construct.End;
        }

        var content = found.Text[construct.End..end.Start];
        switch (construct.Kind)
        {
            case RstStart.Interpreted:
                Interpreted(found, read, content, end);
                break;
            case RstStart.Substitution:
                read.Nodes.Add(references.Substitution(content, found.Text[(end.Start + 1)..end.End].Length));
                break;
            case RstStart.Target:
                read.Nodes.Add(references.Target(content, found.Around));
                break;
            default:
                read.Nodes.Add(RstNode.Create(KindOf(construct.Kind), [new(RstKind.Text, construct.Kind == RstStart.Literal ? RstText.Restore(content) : content)]));
                break;
        }

        return end.End;
    }

    private static RstKind KindOf(RstStart start) => start switch
    {
        RstStart.Strong => RstKind.Strong,
        RstStart.Literal => RstKind.Literal,
        _ => RstKind.Emphasis,
    };

    private void Interpreted(RstFound found, RstInlineText read, string content, (int Start, int End) end)
    {
        var (prefix, suffix) = (found.Construct.Name, found.Scanner.RoleAt(end.Start + 1));
        suffix = end.Start + suffix.Length + 2 < end.End ? suffix : "";
        var isReference = found.Text[end.End - 1] == '_';
        var source = found.Text[found.Construct.Start..end.End];
        if (prefix.Length > 0 && suffix.Length > 0)
        {
            Problem(read, "Multiple roles in interpreted text (both prefix and suffix present; only one allowed).", found.Line, source);
        }
        else if (isReference && prefix.Length + suffix.Length > 0)
        {
            Problem(read, $"Mismatch: both interpreted text role {(prefix.Length > 0 ? "prefix" : "suffix")} and reference suffix.", found.Line, source);
        }
        else if (isReference)
        {
            read.Nodes.AddRange(references.Phrase(content, found.Text[end.End - 2] == '_', found.Around));
        }
        else
        {
            roles.Apply(prefix + suffix, content, found.Line, read);
        }
    }

    private void Problem(RstInlineText read, string text, int? line, string source)
    {
        read.Messages.Add(document.Reporter.Problem(text, line));
        read.Nodes.Add(RstNode.Create(RstKind.Problematic, [new(RstKind.Text, source)]));
    }

    /// <summary>A construct in its text.</summary>
    private sealed record RstFound(RstScanner Scanner, string Text, RstConstruct Construct, int? Line, RstNode Around);
}
