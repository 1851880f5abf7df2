using System.Globalization;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>The roles of interpreted text: those of docutils and those declared in the document.</summary>
internal sealed class RstRoles(RstReporter reporter)
{
    private static readonly HashSet<string> Lexers = [.. DatedList.Load("lexers").Rows.Select(row => row[0])];

    private static readonly Dictionary<string, RstRole> Standard = new Dictionary<RstRoleKind, string>
    {
        [RstRoleKind.Plain] = "abbreviation ab acronym ac emphasis literal strong subscript sub superscript sup title-reference title t",
        [RstRoleKind.Code] = "code",
        [RstRoleKind.Math] = "math",
        [RstRoleKind.Pep] = "pep-reference pep",
        [RstRoleKind.Rfc] = "rfc-reference rfc",
        [RstRoleKind.Raw] = "raw",
        [RstRoleKind.NotImplemented] = "index i anonymous-reference citation-reference footnote-reference named-reference substitution-reference uri-reference uri url target restructuredtext-unimplemented-role",
    }.SelectMany(kind => kind.Value.Split(' ').Select(name => (name, new RstRole(kind.Key, Name: name)))).ToDictionary();

    private readonly Dictionary<string, RstRole> declared = [];

    /// <summary>The role for text without an explicit role; null for the standard one.</summary>
    public RstRole? Default { get; set; }

    public RstRole? Find(string name)
    {
        name = name.ToLowerInvariant();
        return declared.GetValueOrDefault(name) ?? Standard.GetValueOrDefault(name);
    }

    public void Declare(string name, RstRole role) => declared[name.ToLowerInvariant()] = role;

    /// <summary>Parses interpreted text.</summary>
    public void Apply(string name, string content, int? line, RstInlineText into)
    {
        var role = name.Length > 0 ? Find(name) : Default ?? new(RstRoleKind.Plain, Name: "title");
        if (role is null)
        {
            Problem(reporter.Problem($"Unknown interpreted text role \"{name}\".", line), content, into);
        }
        else if (role.Kind == RstRoleKind.Raw)
        {
            Problem(reporter.Problem("raw (and derived) roles disabled"), content, into);
        }
        else if (UnknownLanguage(role) is { } language)
        {
            Problem(reporter.Problem($"Cannot analyze code. No Pygments lexer found for \"{language}\"."), content, into);
        }
        else if (Complaint(role.Kind, name, content) is { } complaint)
        {
            Problem(reporter.Problem(complaint, line), content, into);
        }
        else
        {
            into.Nodes.Add(Node(role, content));
        }
    }

    private static string? UnknownLanguage(RstRole role) =>
        role is { Kind: RstRoleKind.Code, Language: { Length: > 0 } language } && language.ToLowerInvariant() is var name && name != "none" && language != "text" && !Lexers.Contains(name)
            ? language : null;

    private static string? Complaint(RstRoleKind kind, string role, string content)
    {
        var text = RstText.Unescape(content);
        return kind switch
        {
            RstRoleKind.Pep when !PythonInteger.TryParse(text, out var number) || number < 0 || number > 9999 =>
                $"PEP number must be a number from 0 to 9999; \"{content}\" is invalid.",
            RstRoleKind.Rfc when !PythonInteger.TryParse(content.Contains('#', StringComparison.Ordinal) ? text.Split('#')[0] : text, out var number) || number < 1 =>
                $"RFC number must be a number greater than or equal to 1; \"{content}\" is invalid.",
            RstRoleKind.NotImplemented => $"Interpreted text role \"{role}\" not implemented.",
            _ => null,
        };
    }

    private static RstNode Node(RstRole role, string content)
    {
        if (role.Kind is RstRoleKind.Pep or RstRoleKind.Rfc)
        {
            return Document(role.Kind, RstText.Unescape(content));
        }

        var node = new RstNode(role.Kind switch { RstRoleKind.Code => RstKind.Literal, RstRoleKind.Math => RstKind.Math, _ => RstKind.Inline }, role.Name);
        node.Add(new(RstKind.Text, role.Kind is RstRoleKind.Code or RstRoleKind.Math ? RstText.Restore(content) : content));
        return node;
    }

    /// <summary>A link to a PEP or RFC whose number has been checked.</summary>
    private static RstNode Document(RstRoleKind kind, string text)
    {
        var (name, section) = kind == RstRoleKind.Rfc && text.Split('#', 2) is [var before, var after] ? (before, $"#{after}") : (text, "");
        _ = PythonInteger.TryParse(name, out var number);
        var node = new RstNode(RstKind.Reference)
        {
            Address = kind == RstRoleKind.Pep ? $"https://peps.python.org/pep-{number.ToString("D4", CultureInfo.InvariantCulture)}" : $"https://tools.ietf.org/html/rfc{number}.html{section}",
        };
        node.Add(new(RstKind.Text, $"{(kind == RstRoleKind.Pep ? "PEP" : "RFC")} {name}"));
        return node;
    }

    private static void Problem(RstNode message, string content, RstInlineText into)
    {
        into.Messages.Add(message);
        into.Nodes.Add(RstNode.Create(RstKind.Problematic, [new(RstKind.Text, content)]));
    }
}
