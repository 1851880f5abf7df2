using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>One directive: its name, arguments, options and content.</summary>
internal sealed partial class RstDirectiveReader(RstReader reader, string name)
{
    private int line;

    public void Read(RstBlock block)
    {
        line = block.First;
        block = block.Lines[0].Length == 0 ? block.From(1) : block;
        var directive = RstNames.Directive(name);
        reader.Document.WaitingClass = name == "class" && block.From(1).IsEmpty ? line : name == "role" ? reader.Document.WaitingClass : null;
        reader.Document.ShowsSomething |= directive?.Content is not (null or RstContent.Role or RstContent.Disabled) && name != "contents";
        if (name == "contents" && reader.IsNested)
        {
            Problem("The \"contents\" directive may not be used within topics or body elements.");
        }
        else if (directive is null)
        {
            Problem($"Unknown directive type \"{name}\".");
        }
        else if (directive.Content == RstContent.Disabled)
        {
            Problem($"\"{name}\" directive disabled.");
        }
        else if (directive.Content == RstContent.Substitution)
        {
            Problem($"Invalid context: the \"{name}\" directive can only be used within a substitution definition.");
        }
        else if (directive.Content == RstContent.Role)
        {
            Role(block);
        }
        else
        {
            Known(directive, block);
        }
    }

    private void Known(RstDirective directive, RstBlock block)
    {
        var takesArguments = directive.Required + directive.Optional > 0;
        var headLength = takesArguments || directive.Options is not null ? RstReader.EndOfText(block, 0) : 0;
        var head = block.Take(headLength);
        var options = directive.Options is null ? headLength : FirstOption(head);
        if (directive.Options is { } known && !Options(head.From(options), known))
        {
            return;
        }

        var arguments = string.Join('\n', head.Lines.Take(options)).Trim();
        if (takesArguments)
        {
            Arguments(directive, arguments);
        }

        var content = block.From(headLength);
        Content(directive, takesArguments || arguments.Length == 0 ? content : new([.. head.Lines.Take(options), .. head.Lines.Skip(options).Select(_ => ""), .. content.Lines], block.First));
        if (directive.Required > 0 && directive.LastTakesSpaces && name is not ("image" or "figure" or "class"))
        {
            reader.Inline.Read(arguments, line);
        }
    }

    private static int FirstOption(RstBlock head)
    {
        var index = 0;
        while (index < head.Lines.Count && !Option().IsMatch(head.Lines[index]))
        {
            index++;
        }

        return index;
    }

    private bool Options(RstBlock options, IReadOnlyList<string> known)
    {
        foreach (var text in options.Lines.Where(text => !text.StartsWith(' ')))
        {
            var option = Option().Match(text);
            var wrong = !option.Success ? "invalid option block"
                : known.Contains(option.Groups["name"].Value.ToLowerInvariant()) ? null
                : $"unknown option: \"{option.Groups["name"].Value}\"";
            if (wrong is not null)
            {
                Problem($"Error in \"{name}\" directive: {wrong}.");
                return false;
            }
        }

        return true;
    }

    private void Arguments(RstDirective directive, string arguments)
    {
        var count = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (count < directive.Required)
        {
            Problem($"Error in \"{name}\" directive: {directive.Required} argument(s) required, {count} supplied.");
        }
        else if (count > directive.Required + directive.Optional && !directive.LastTakesSpaces)
        {
            Problem($"Error in \"{name}\" directive: maximum {directive.Required + directive.Optional} argument(s) allowed, {count} supplied.");
        }
    }

    private void Content(RstDirective directive, RstBlock content)
    {
        if (directive.Content == RstContent.NotJudged)
        {
            reader.Document.NotJudged.Add($"the content of '{name}'");
        }
        else if (content.IsEmpty && directive.Content is (RstContent.Body or RstContent.Text or RstContent.Inline))
        {
            Problem($"Content block expected for the \"{name}\" directive; none found.");
        }
        else if (directive.Content == RstContent.None && !content.IsEmpty)
        {
            Problem($"Error in \"{name}\" directive: no content permitted.");
        }
        else
        {
            ReadContent(directive, content);
        }
    }

    private void ReadContent(RstDirective directive, RstBlock content)
    {
        if (name == "figure" && content.Lines.FirstOrDefault(text => text.Length > 0) is { } caption && caption[0] is ' ')
        {
            Problem("Figure caption must be a paragraph or empty comment.");
        }

        if (directive.Content is RstContent.Body or RstContent.OptionalBody)
        {
            reader.Nested(content);
        }
        else if (directive.Content == RstContent.Inline)
        {
            reader.Inline.Read(string.Join('\n', content.Lines), content.First);
        }
    }

    /// <summary><c>.. role:: name(base)</c>.</summary>
    private void Role(RstBlock block)
    {
        if (!block.From(RstReader.EndOfText(block, 0)).IsEmpty)
        {
            Problem("Error in \"role\" directive: no content permitted.");
        }
        else if (RoleName().Match(block.Lines[0]) is not { Success: true } role)
        {
            Problem("\"role\" directive arguments not valid role names.");
        }
        else
        {
            Role(role.Groups["name"].Value.ToLowerInvariant(), role.Groups["base"].Value);
        }
    }

    private void Role(string role, string based)
    {
        if (based == "raw")
        {
            reader.Document.Roles.Add(role);
            reader.Document.NotJudged.Add("roles based on 'raw'");
        }
        else if (RstNames.ProblemOfRole(based, "1", reader.Document.Roles) is { } problem)
        {
            Problem(problem);
        }
        else
        {
            reader.Document.Roles.Add(role);
        }
    }

    private void Problem(string text) => reader.Document.Problem(line, text);

    [GeneratedRegex(@"\A:(?<name>[^:]+):(?: +|\z)")]
    private static partial Regex Option();

    [GeneratedRegex(@"\A(?<name>[\w.:+-]+) *(?:\( *(?<base>[\w.:+-]+) *\) *)?\z")]
    private static partial Regex RoleName();
}
