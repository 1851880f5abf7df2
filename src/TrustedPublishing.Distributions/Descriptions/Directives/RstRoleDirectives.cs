using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Directives that declare roles of interpreted text.</summary>
internal static partial class RstRoleDirectives
{
    private static readonly Dictionary<string, Func<string?, string?>> Plain = new() { ["class"] = RstValues.Classes };

    /// <summary><c>.. role:: name(base)</c>.</summary>
    public static IEnumerable<RstNode> Role(RstDirectiveCall call)
    {
        if (call.Parts.ContentOffset > call.Line || call.Content.Count == 0)
        {
            return call.Problem($"\"{call.Name}\" directive requires arguments on the first line.");
        }

        if (Arguments().Match(call.Content[0]) is not { Success: true } arguments)
        {
            return call.Problem($"\"{call.Name}\" directive arguments not valid role names: \"{call.Content[0]}\".");
        }

        var (name, parent) = (arguments.Groups["name"].Value, arguments.Groups["base"].Value);
        return (parent.Length > 0 ? call.Blocks.Parsing.Roles.Find(parent) : new(RstRoleKind.Plain)) is { } role ? Declare(call, name, role) : Unknown(call, parent);
    }

    public static IEnumerable<RstNode> Default(RstDirectiveCall call)
    {
        var role = call.Argument is { } name ? call.Blocks.Parsing.Roles.Find(name) : null;
        if (role is null && call.Argument is { } unknown)
        {
            return Unknown(call, unknown);
        }

        call.Blocks.Parsing.Roles.Default = role;
        return [];
    }

    private static List<RstNode> Declare(RstDirectiveCall call, string name, RstRole role)
    {
        var options = new Dictionary<string, Func<string?, string?>>(Plain);
        if (role.Kind is RstRoleKind.Code or RstRoleKind.Raw)
        {
            options[role.Kind == RstRoleKind.Code ? "language" : "format"] = RstValues.Any;
        }

        RstDirectiveParts parts;
        try
        {
            parts = RstDirectives.Parts(call.Blocks, new(_ => []) { Options = options }, call.Content.From(1), call.Parts.ContentOffset);
        }
        catch (RstMarkupException problem)
        {
            return call.Problem($"Error in \"{call.Name}\" directive:\n{problem.Message}.");
        }

        if (!parts.Options.ContainsKey("class") && RstText.Identifier(name).Length == 0)
        {
            return call.Problem($"Invalid argument for \"{call.Name}\" directive:\ncannot make \"{name}\" into a class name.");
        }

        call.Blocks.Parsing.Roles.Declare(name, parts.Options.TryGetValue("language", out var language) ? role with { Language = language ?? "" } : role);
        return [];
    }

    private static List<RstNode> Unknown(RstDirectiveCall call, string role) => call.Problem($"Unknown interpreted text role \"{role}\".");

    [GeneratedRegex(@"\A(?<name>" + RstText.SimpleName + @")\s*(?:\(\s*(?<base>" + RstText.SimpleName + @")\s*\)\s*)?\z")]
    private static partial Regex Arguments();
}
