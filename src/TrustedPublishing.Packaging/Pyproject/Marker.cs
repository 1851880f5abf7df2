using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>An environment marker (PEP 508), checked for syntax only.</summary>
internal sealed partial record Marker(string Text, bool HasOr)
{
    /// <summary>Null when the text is no marker.</summary>
    public static Marker? Parse(string text)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        var position = 0;
        var isComplete = string.Concat(tokens).Length == text.Count(c => !char.IsWhiteSpace(c)) + tokens.Sum(token => token.Count(char.IsWhiteSpace));
        return isComplete && Or(tokens, ref position) && position == tokens.Count ? new(text.Trim(), tokens.Contains("or")) : null;
    }

    private static bool Or(List<string> tokens, ref int position)
    {
        var isValid = And(tokens, ref position);
        while (isValid && Take(tokens, ref position, token => token == "or"))
        {
            isValid = And(tokens, ref position);
        }

        return isValid;
    }

    private static bool And(List<string> tokens, ref int position)
    {
        var isValid = Atom(tokens, ref position);
        while (isValid && Take(tokens, ref position, token => token == "and"))
        {
            isValid = Atom(tokens, ref position);
        }

        return isValid;
    }

    private static bool Atom(List<string> tokens, ref int position)
    {
        if (Take(tokens, ref position, token => token == "("))
        {
            return Or(tokens, ref position) && Take(tokens, ref position, token => token == ")");
        }

        return Take(tokens, ref position, IsOperand) && Take(tokens, ref position, IsOperator) && Take(tokens, ref position, IsOperand);
    }

    private static bool Take(List<string> tokens, ref int position, Func<string, bool> fits)
    {
        var isTaken = position < tokens.Count && fits(tokens[position]);
        position += isTaken ? 1 : 0;
        return isTaken;
    }

    private static bool IsOperand(string token) => token[0] is '\'' or '"' || Variables.Contains(token);

    private static bool IsOperator(string token) =>
        token[0] is '<' or '>' or '=' or '!' or '~' || token == "in" || token.StartsWith("not", StringComparison.Ordinal);

    private static readonly HashSet<string> Variables =
    [
        "python_version", "python_full_version", "os_name", "sys_platform", "platform_release", "platform_system", "platform_version",
        "platform_machine", "platform_python_implementation", "implementation_name", "implementation_version", "extra", "extras",
        "dependency_groups",
    ];

    [GeneratedRegex("""'[^']*'|"[^"]*"|===|[<>=!~]=|[<>]|[()]|not\s+in\b|[A-Za-z_]+""")]
    private static partial Regex Token();
}
