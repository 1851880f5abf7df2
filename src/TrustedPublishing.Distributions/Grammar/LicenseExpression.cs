using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Distributions.Data;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// SPDX licence expressions as defined by PEP 639: case-insensitive identifiers, <c>AND</c>, <c>OR</c>, <c>WITH</c>, <c>+</c>, <c>LicenseRef-</c>.
/// </summary>
internal static class LicenseExpression
{
    /// <summary>The limit of Python's compiler, which packaging uses to check the structure.</summary>
    private const int MaximumDepth = 199;

    private const string Reference = "licenseref-";

    /// <summary>Normalises an expression to the official spelling, or returns why it is invalid.</summary>
    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? normal, [NotNullWhen(false)] out string? complaint)
    {
        string[] words = [.. PythonText.Words(text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal))];
        normal = null;
        complaint = HasStructure([.. words.Select(word => word.ToLowerInvariant())]) ? null : $"Invalid license expression: {PythonText.Repr(text)}";
        if (complaint is null)
        {
            (normal, complaint) = Spell(words);
        }

        return normal is not null;
    }

    private static bool IsWord(string token) => token is "or" or "and" or "with" or "(" or ")";

    /// <summary>Operands and operators alternate, and parentheses match.</summary>
    private static bool HasStructure(string[] tokens)
    {
        var (depth, operandNext) = (0, true);
        foreach (var token in tokens)
        {
            var fits = token switch
            {
                "(" => operandNext && ++depth <= MaximumDepth,
                ")" => !operandNext && --depth >= 0,
                "or" or "and" or "with" => !operandNext,
                _ => operandNext,
            };
            if (!fits)
            {
                return false;
            }

            operandNext = token is "(" or "or" or "and" or "with";
        }

        return depth == 0 && !operandNext;
    }

    private static (string? Normal, string? Complaint) Spell(string[] words)
    {
        List<string> spelled = [];
        foreach (var word in words)
        {
            var (next, complaint) = Spell(word, spelled is [.., "WITH"]);
            if (next is null)
            {
                return (null, complaint);
            }

            spelled.Add(next);
        }

        return (string.Join(' ', spelled).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal), null);
    }

    private static (string? Next, string? Complaint) Spell(string word, bool exception)
    {
        var token = word.ToLowerInvariant();
        if (IsWord(token))
        {
            return (token.ToUpperInvariant(), null);
        }

        if (exception)
        {
            return (SpdxList.Exceptions.GetValueOrDefault(token), $"Unknown license exception: {PythonText.Repr(token)}");
        }

        var plus = token.EndsWith('+') ? "+" : "";
        var id = token[..^plus.Length];
        if (!id.StartsWith(Reference, StringComparison.Ordinal))
        {
            return (SpdxList.Licenses.GetValueOrDefault(id) is { } license ? license + plus : null, $"Unknown license: {PythonText.Repr(id)}");
        }

        var named = plus.Length == 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        return (named ? $"LicenseRef-{word[Reference.Length..]}" : null, $"Invalid licenseref: {PythonText.Repr(id)}");
    }
}
