using System.Globalization;
using System.Numerics;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>Parses text like Python's <c>int</c>.</summary>
internal static class PythonInteger
{
    private const int MostDigits = 4300;

    public static bool TryParse(string? text, out BigInteger value)
    {
        value = default;
        var digits = PythonText.Strip(text ?? "");
        var isNegative = digits.StartsWith('-');
        digits = isNegative || digits.StartsWith('+') ? digits[1..] : digits;
        if (digits.Length == 0 || digits[0] == '_' || digits[^1] == '_' || digits.Contains("__", StringComparison.Ordinal))
        {
            return false;
        }

        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits || !digits.All(c => CharUnicodeInfo.GetDecimalDigitValue(c) >= 0))
        {
            return false;
        }

        value = BigInteger.Parse(string.Concat(digits.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c))), CultureInfo.InvariantCulture);
        value = isNegative ? -value : value;
        return true;
    }
}
