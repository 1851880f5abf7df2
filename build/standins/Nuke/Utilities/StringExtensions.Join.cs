namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string Join(this IEnumerable<string> enumerable, string separator) => string.Join(separator, enumerable);

    public static string Join(this IEnumerable<string> enumerable, char separator) => string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string> values) => values.Join(" ");

    public static string JoinDash(this IEnumerable<string> values) => values.Join("-");

    public static string JoinUnderscore(this IEnumerable<string> values) => values.Join("_");

    public static string JoinSemicolon(this IEnumerable<string> values) => values.Join(";");

    public static string JoinSlash(this IEnumerable<string> values) => values.Join("/");

    public static string JoinDot(this IEnumerable<string> values) => values.Join(".");

    public static string JoinComma(this IEnumerable<string> values) => values.Join(",");

    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");

    public static string JoinCommaOr(this IEnumerable<string> values) => JoinWithLast(values, "or");

    public static string JoinCommaAnd(this IEnumerable<string> values) => JoinWithLast(values, "and");

    public static string JoinNewLine(this IEnumerable<string> values, PlatformFamily? platformFamily = null)
        => values.Join(platformFamily switch
        {
            null => Environment.NewLine,
            PlatformFamily.Windows => "\r\n",
            _ => "\n",
        });

    // "a or b", but "a, b, or c"
    private static string JoinWithLast(IEnumerable<string> values, string word)
    {
        var list = values.ToList();
        return list.Count < 2
            ? list.JoinCommaSpace()
            : $"{list.SkipLast(1).JoinCommaSpace()}{(list.Count > 2 ? "," : "")} {word} {list[^1]}";
    }
}
