using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Explicit markup: footnotes, citations, targets, substitution definitions, directives, comments.</summary>
internal sealed partial class RstExplicit(RstReader reader, RstBlock block)
{
    /// <summary>Reads constructs as long as one follows the other, and gives the line behind the last.</summary>
    public int Read(int i)
    {
        var end = i;
        while (i < block.Lines.Count && (Marker().IsMatch(block.Lines[i]) || Anonymous().IsMatch(block.Lines[i])) && !reader.Document.IsFull)
        {
            end = One(i);
            i = end;
            while (i < block.Lines.Count && block.Lines[i].Length == 0)
            {
                i++;
            }
        }

        return reader.Finish(block, end, "Explicit markup");
    }

    private int One(int i)
    {
        var line = block.Lines[i];
        if (Anonymous().IsMatch(line))
        {
            reader.Document.AnonymousTarget();
            return EndOfTarget(i);
        }

        return Note().Match(line) is { Success: true } note ? Footnote(i, note)
            : TargetStart().IsMatch(line) ? Target(i)
            : SubstitutionStart().IsMatch(line) ? Substitution(i)
            : DirectiveStart().Match(line) is { Success: true } directive ? Directive(i, directive)
            : Comment(i);
    }

    private int Footnote(int i, Match note)
    {
        var (label, line) = (note.Groups["label"].Value, block.First + i);
        if (label is "#" or "*")
        {
            reader.Document.AutomaticNote(label[0]);
        }
        else
        {
            reader.Document.Name(label.TrimStart('#'), null, line);
        }

        reader.Document.ShowsSomething = true;
        var end = block.EndOfIndented(i + 1);
        reader.Nested(block.Dedent(i, Math.Max(end, i + 1), note.Length));
        return Math.Max(end, i + 1);
    }

    /// <summary>A target ends with the first blank line.</summary>
    private int EndOfTarget(int i)
    {
        for (i++; !block.IsBlankAt(i) && block.Lines[i][0] == ' '; i++)
        {
        }

        return i;
    }

    private int Target(int i)
    {
        var end = EndOfTarget(i);
        var text = string.Join('\n', block.Lines.Skip(i).Take(end - i));
        if (TargetPattern().Match(text) is not { Success: true } target)
        {
            reader.Document.Problem(block.First + i, "malformed hyperlink target.");
            return end;
        }

        var address = Blank().Replace(target.Groups["address"].Value, "");
        var indirect = IndirectTarget().Match(target.Groups["address"].Value.Trim());
        if (indirect.Success)
        {
            reader.Document.Reference(indirect.Groups["name"].Value.Trim('`'), block.First + i);
        }

        if (target.Groups["name"].Value is "_" or "__")
        {
            reader.Document.AnonymousTarget();
        }
        else
        {
            reader.Document.Name(target.Groups["name"].Value.Replace("\\", "", StringComparison.Ordinal), address.Length == 0 || indirect.Success ? null : address, block.First + i);
        }

        return end;
    }

    private int Substitution(int i)
    {
        var end = Math.Max(block.EndOfIndented(i + 1), i + 1);
        var line = block.First + i;
        if (SubstitutionPattern().Match(string.Join('\n', block.Lines.Skip(i).Take(end - i))) is not { Success: true } definition)
        {
            reader.Document.Problem(line, "malformed substitution definition.");
            return end;
        }

        var (name, directive) = (definition.Groups["name"].Value, definition.Groups["directive"].Value);
        if (RstNames.Directive(directive) is null)
        {
            reader.Document.Problem(line, directive.Length == 0 ? $"Substitution definition \"{name}\" empty or invalid." : $"Unknown directive type \"{directive}\".");
            return end;
        }

        reader.Document.Substitution(name, line);
        Replacement(directive, RstBlock.Of(definition.Groups["rest"].Value) with { First = line });
        return end;
    }

    private void Replacement(string directive, RstBlock text)
    {
        if (directive.Equals("image", StringComparison.OrdinalIgnoreCase))
        {
            var shown = reader.Document.ShowsSomething;
            new RstDirectiveReader(reader, directive).Read(text.Dedent(0, text.Lines.Count, 0));
            reader.Document.ShowsSomething = shown;
        }
        else if (directive.Equals("replace", StringComparison.OrdinalIgnoreCase))
        {
            var end = RstReader.EndOfText(text, 0);
            reader.Inline.Read(string.Join('\n', text.Lines.Take(end)).TrimStart(), text.First);
            if (!text.From(end).IsEmpty)
            {
                reader.Document.Problem(text.First, "Error in \"replace\" directive: may contain a single paragraph only.");
            }
        }
    }

    private int Directive(int i, Match start)
    {
        var end = Math.Max(block.EndOfIndented(i + 1), i + 1);
        new RstDirectiveReader(reader, start.Groups["name"].Value).Read(block.Dedent(i, end, start.Length));
        return end;
    }

    /// <summary>Two dots before a blank line are a comment of their own, so that they can separate things.</summary>
    private int Comment(int i) => block.Lines[i].Length == 2 && block.IsBlankAt(i + 1) ? i + 1 : Math.Max(block.EndOfIndented(i + 1), i + 1);

    private const string Name = @"(?:(?!_)\w)+(?:[-._+:](?:(?!_)\w)+)*";

    [GeneratedRegex(@"\A\.\.(?: |\z)")]
    public static partial Regex Marker();

    [GeneratedRegex(@"\A__(?: |\z)")]
    public static partial Regex Anonymous();

    [GeneratedRegex(@"\A\.\. +\[(?<label>[0-9]+|\#(?:" + Name + @")?|\*|" + Name + @")\](?: +|\z)")]
    private static partial Regex Note();

    [GeneratedRegex(@"\A\.\. +_(?! |\z)")]
    private static partial Regex TargetStart();

    [GeneratedRegex(@"\A\.\. +_(?:(?<name>_)|`(?! )(?<name>[^`]+)`|(?<name>(?![ `_:])(?:[^:\\\n]|\\.|:(?![ \n]|\z))*?))(?<!\s):(?:[ \n]+|\z)(?<address>[\s\S]*)\z")]
    private static partial Regex TargetPattern();

    [GeneratedRegex(@"\A(?<name>`[^`]+`|" + Name + @")_\z")]
    private static partial Regex IndirectTarget();

    [GeneratedRegex(@"\A\.\. +\|(?! |\z)")]
    private static partial Regex SubstitutionStart();

    [GeneratedRegex(@"\A\.\. +\|(?<name>[^|\n]*[^|\s])\|[ \n]+(?:(?<directive>" + Name + @") ?::)?(?<rest>[\s\S]*)\z")]
    private static partial Regex SubstitutionPattern();

    [GeneratedRegex(@"\A\.\. +(?<name>" + Name + @") ?::(?: +|\z)")]
    private static partial Regex DirectiveStart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
