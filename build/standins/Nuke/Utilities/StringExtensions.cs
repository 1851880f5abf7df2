namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);

    public static string Capitalize(this string text) => text.IsNullOrEmpty() ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Indent(this string text, int count) => ' '.Repeat(count) + text;

    public static string Repeat(this char ch, int count) => new(ch, count);

    public static bool EqualsOrdinalIgnoreCase(this string str, string other) => str.Equals(other, StringComparison.OrdinalIgnoreCase);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) => str.Contains(other, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) => str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) => str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    public static string TrimStart(this string str, string trim)
        => str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    public static string TrimEnd(this string str, string trim)
        => str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    public static string TrimMatchingDoubleQuotes(this string str) => str.TrimMatchingQuotes('"');

    public static string TrimMatchingSingleQuotes(this string str) => str.TrimMatchingQuotes('\'');

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None)
        => str.Split(["\r\n", "\n"], options);

    internal static string TrimMatchingQuotes(this string str, char quote)
        => str.Length >= 2 && str[0] == quote && str[^1] == quote ? str[1..^1] : str;
}
