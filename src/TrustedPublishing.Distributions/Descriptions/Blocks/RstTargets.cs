using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Hyperlink targets: <c>.. _name: address</c>, <c>__ address</c>.</summary>
internal sealed partial class RstTargets(RstBlocks blocks)
{
    /// <summary>No name is longer; the search for its end takes quadratic time in the number of lines.</summary>
    private const int LongestName = 2_000;

    /// <summary>The destination of a target: the name of another target, or an address.</summary>
    public static (string? Name, string? Address) Destination(IReadOnlyList<string> escaped)
    {
        if (escaped.Count > 0 && escaped[^1].TrimEnd().EndsWith('_')
            && Reference().Match(RstText.Spaced(string.Join(' ', escaped.Select(line => line.Trim())))) is { Success: true } reference)
        {
            return (RstText.Unescape(reference.Groups["name"].Value), null);
        }

        return (null, RstText.Address(string.Join(' ', escaped)));
    }

    public (RstNode Target, bool IsFinished) Anonymous(int marker)
    {
        var number = blocks.Cursor.Number;
        var indented = blocks.Cursor.Marked(marker, untilBlank: true);
        return (Make("", [.. indented.Lines.Texts.Select(RstText.Escape)], number), indented.IsFinished);
    }

    /// <summary>Parses a named target; null if it is malformed.</summary>
    public (List<RstNode> Nodes, bool IsFinished)? Named(int marker)
    {
        var number = blocks.Cursor.Number;
        var indented = blocks.Cursor.Marked(marker, untilBlank: true, strips: false);
        List<string> lines = [.. indented.Lines.Texts.Select(RstText.Escape)];
        var (escaped, used) = ("", 0);
        foreach (var line in lines)
        {
            (escaped, used) = (escaped + line, used + 1);
            if (escaped.Length < LongestName && Pattern().Match(escaped) is { Success: true } match)
            {
                var rest = escaped[match.Length..].Trim();
                return ([Make(match.Groups["name"].Value, [rest, .. lines.Skip(used)], number)], indented.IsFinished);
            }
        }

        return null;
    }

    private RstNode Make(string name, IReadOnlyList<string> escaped, int number)
    {
        var (reference, address) = Destination(escaped);
        address = address?.Length == 0 ? null : address is not null && name.Length > 0 ? RstReferences.WithScheme(address) : address;
        var target = new RstNode(RstKind.Target)
        {
            ReferenceName = reference is null ? null : RstText.Normal(reference),
            Address = address,
            IsAnonymous = name.Length == 0,
        }.At(number);
        if (name.Length > 0)
        {
            target.Names.Add(RstText.Normal(RstText.Unescape(name)));
            blocks.Document.AddExplicit(target, blocks.Node);
        }
        else
        {
            blocks.Document.Identify(target);
        }

        if (reference is not null)
        {
            blocks.Document.AddIndirectTarget(target);
        }

        return target;
    }

    [GeneratedRegex(@"\A(?:_|(?!_)(?<quote>`?)(?![ `])(?<name>.+?)(?<![\s\0])\k<quote>)(?<!(?<!\0):)(?<![\s\0]) ?:(?: +|\z)")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(?:(?<name>" + RstText.SimpleName + @")_|`(?! )(?<name>.+?)(?<![\s\0])`_)\z")]
    private static partial Regex Reference();
}
