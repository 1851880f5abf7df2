using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>References and targets inside a text.</summary>
internal sealed partial class RstReferences(RstDocument document)
{
    /// <summary>An address, with the scheme added if it is an e-mail address.</summary>
    public static string WithScheme(string address) => Mail().IsMatch(address) ? $"mailto:{address}" : address;

    /// <summary><c>name_</c>, <c>name__</c>, <c>[1]_</c>.</summary>
    public RstNode Whole(RstConstruct found)
    {
        if (found.Kind is RstStart.Footnote or RstStart.Citation)
        {
            return Note(found);
        }

        var isAnonymous = found.Kind == RstStart.AnonymousReference;
        var reference = new RstNode(RstKind.Reference) { IsAnonymous = isAnonymous, ReferenceName = isAnonymous ? null : RstText.Normal(found.Name) };
        reference.Add(new(RstKind.Text, found.Name));
        if (!isAnonymous)
        {
            document.AddReference(reference);
        }

        return reference;
    }

    public RstNode Target(string content, RstNode around)
    {
        var target = RstNode.Create(RstKind.Target, [new(RstKind.Text, content)]);
        target.Names.Add(RstText.Normal(target.Plain()));
        document.AddExplicit(target, around);
        return target;
    }

    /// <summary><c>|name|</c>, followed by one underscore for a reference and by two for an anonymous one.</summary>
    public RstNode Substitution(string content, int underscores)
    {
        var name = RstText.Unescape(content);
        var substitution = new RstNode(RstKind.SubstitutionReference) { ReferenceName = RstText.Spaced(name) };
        substitution.Add(new(RstKind.Text, content));
        if (underscores == 0)
        {
            return substitution;
        }

        var reference = new RstNode(RstKind.Reference) { IsAnonymous = underscores == 2, ReferenceName = underscores == 2 ? null : RstText.Normal(name) };
        reference.Add(substitution);
        if (underscores == 1)
        {
            document.AddReference(reference);
        }

        return reference;
    }

    /// <summary><c>`text`_</c>, <c>`text &lt;address&gt;`_</c>, <c>`text &lt;name_&gt;`_</c>; anonymous with a second underscore.</summary>
    public IEnumerable<RstNode> Phrase(string content, bool isAnonymous, RstNode around)
    {
        var embedded = content.EndsWith('>') ? Embedded().Match(content) : Match.Empty;
        var (alias, address) = embedded.Success ? Destination(embedded.Groups["target"].Value) : (null, null);
        var text = !embedded.Success ? content : embedded.Index > 0 ? content[..embedded.Index] : alias ?? address!;
        var name = RstText.Normal(RstText.Unescape(text));
        var reference = new RstNode(RstKind.Reference)
        {
            IsAnonymous = isAnonymous && !embedded.Success,
            ReferenceName = alias ?? (embedded.Success || isAnonymous ? null : name),
            Address = address,
        };
        reference.Add(new(RstKind.Text, text));
        if (reference.ReferenceName is not null)
        {
            document.AddReference(reference);
        }

        return isAnonymous || !embedded.Success ? [reference] : [reference, EmbeddedTarget(name, alias, address, around)];
    }

    private RstNode EmbeddedTarget(string name, string? alias, string? address, RstNode around)
    {
        var target = new RstNode(RstKind.Target) { ReferenceName = alias, Address = address };
        target.Names.Add(name);
        if (alias is not null)
        {
            document.AddIndirectTarget(target);
        }

        document.AddImplicit(target, around);
        return target;
    }

    /// <summary>The name or address in angle brackets.</summary>
    private static (string? Alias, string? Address) Destination(string target)
    {
        if (target.EndsWith('_') && !target.EndsWith("\0_", StringComparison.Ordinal) && !Uri().IsMatch(target))
        {
            return (RstText.Normal(RstText.Unescape(target[..^1])), null);
        }

        var address = WithScheme(RstText.Address(target));
        return (null, address.EndsWith(@"\_", StringComparison.Ordinal) ? $"{address[..^2]}_" : address);
    }

    private RstNode Note(RstConstruct found)
    {
        var name = RstText.Normal(found.Name);
        char? automatic = found.Kind == RstStart.Footnote && name[0] is '#' or '*' ? name[0] : null;
        name = automatic is null ? name : name[1..];
        var reference = new RstNode(found.Kind == RstStart.Citation ? RstKind.CitationReference : RstKind.FootnoteReference)
        {
            Automatic = automatic,
            ReferenceName = name.Length == 0 ? null : name,
        };
        reference.AddAll(automatic is null ? [new(RstKind.Text, found.Name)] : []);
        document.Identify(reference);
        (automatic == '#' ? document.Notes.NumberedReferences : automatic == '*' ? document.Notes.SymbolReferences : []).Add(reference);
        if (name.Length > 0)
        {
            RstDocument.Add(found.Kind == RstStart.Citation ? document.Notes.CitationReferences : document.Notes.FootnoteReferences, name, reference);
            document.AddReference(reference);
        }

        return reference;
    }

    private const string UriCharacter = @"[-_.!~*'()[\];/:@&=+$,%a-zA-Z0-9\0]";
    private const string UriEnd = $"(?:[_~*/=+a-zA-Z0-9]|{UriCharacter}(?=>))";
    private const string MailCharacter = @"[-_!~*'{|}/#?^`&=+$%a-zA-Z0-9\0]";
    private const string MailAddress = $@"{MailCharacter}+(?:\.{MailCharacter}+)*(?<!\0)@{MailCharacter}+(?:\.{MailCharacter}*)*{UriEnd}";

    [GeneratedRegex($@"\A{MailAddress}\z")]
    private static partial Regex Mail();

    [GeneratedRegex($@"\A(?:[a-zA-Z][a-zA-Z0-9.+-]*:(?://?)?{UriCharacter}*{UriEnd}(?:\?{UriCharacter}*{UriEnd})?(?:\#{UriCharacter}*{UriEnd})?|{MailAddress})(?:\z|(?=[\s\0\\.,;!?\-/:""')>\]}}\p{{Pe}}\p{{Pi}}\p{{Pf}}\p{{Pd}}\p{{Po}}-[*#%&@]]))")]
    private static partial Regex Uri();

    [GeneratedRegex(@"(?:(?<![ \n])[ \n]+|\A)<(?!\s)(?<target>(?:[^<>\0]|\0[\s\S]?)+)(?<![\s\0])>\z")]
    private static partial Regex Embedded();
}
