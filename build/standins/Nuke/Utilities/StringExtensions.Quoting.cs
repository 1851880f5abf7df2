namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string DoubleQuote(this string str) => $"\"{str?.Replace("\"", "\\\"")}\"";

    public static string DoubleQuoteIfNeeded(this string str) => str.DoubleQuoteIfNeeded(' ');

    public static string DoubleQuoteIfNeeded(this string str, params char?[] disallowed)
        => str.IsNullOrWhiteSpace() ? "" : str.IsDoubleQuoted() || !ContainsAny(str, disallowed) ? str : str.DoubleQuote();

    public static bool IsDoubleQuoted(this string str) => str.StartsWith('"') && str.EndsWith('"');

    public static string SingleQuote(this string str) => $"'{str?.Replace("'", "\\'")}'";

    public static string SingleQuoteIfNeeded(this string str) => str.SingleQuoteIfNeeded(' ');

    public static string SingleQuoteIfNeeded(this string str, params char?[] disallowed)
        => str.IsNullOrWhiteSpace() ? "" : str.IsSingleQuoted() || !ContainsAny(str, disallowed) ? str : str.SingleQuote();

    public static bool IsSingleQuoted(this string str) => str.StartsWith('\'') && str.EndsWith('\'');

    private static bool ContainsAny(string str, char?[] characters) => characters.Any(x => x is { } character && str.Contains(character));
}
