using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Validates the values of options. Each function returns the problem with a value, or null.</summary>
internal static partial class RstValues
{
    private const string Missing = "argument required but none supplied";

    private static readonly string[] Units = ["em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px"];

    public static string? Any(string? value) => null;

    public static string? Required(string? value) => value is null ? Missing : null;

    public static string? Flag(string? value) => string.IsNullOrWhiteSpace(value) ? null : $"no argument is allowed; \"{value}\" supplied";

    public static string? Integer(string? value) => Integer(value, null, "");

    public static string? NotNegative(string? value) => Integer(value, 0, "negative value; must be positive or zero");

    public static string? IntegerOrNone(string? value) => value is null ? null : Integer(value);

    public static string? Percentage(string? value) => NotNegative(value?.TrimEnd(' ', '%'));

    public static string? Classes(string? value) => value is null ? Missing
        : PythonText.Words(value).FirstOrDefault(name => RstText.Identifier(name).Length == 0) is { } wrong ? $"cannot make \"{wrong}\" into a class name" : null;

    public static Func<string?, string?> OneOf(params string[] values) => value =>
    {
        var choices = $"{string.Join(", ", values.SkipLast(1).Select(choice => $"\"{choice}\""))}, or \"{values[^1]}\"";
        return value is null ? $"must supply an argument; choose from {choices}"
            : values.Contains(PythonText.Strip(value.ToLowerInvariant())) ? null
            : $"\"{value}\" unknown; choose from {choices}";
    };

    public static string? Height(string? value) => Measure(value, [.. Units, ""]);

    public static string? Width(string? value) => Measure(value, [.. Units, "%"]) is { } wrong && Measure(value, [""]) is not null ? wrong : null;

    public static string? FigureWidth(string? value) => value is null ? RstDirective.Unreadable : value.Equals("image", StringComparison.OrdinalIgnoreCase) ? null : Width(value);

    /// <summary>Column widths, or one of several keywords.</summary>
    public static Func<string?, string?> Widths(params string[] words) => value => value is null ? Missing
        : words.Contains(value) ? null
        : (value.Contains(',', StringComparison.Ordinal) ? value.Split(',') : PythonText.Words(value))
            .Select(number => Integer(number, 1, "negative or zero value; must be positive")).FirstOrDefault(wrong => wrong is not null);

    public static string? Encoding(string? value)
    {
        try
        {
            return value is null ? Missing : System.Text.Encoding.GetEncoding(value.Replace('_', '-')) is null ? null : null;
        }
        catch (ArgumentException)
        {
            return $"unknown encoding: \"{value}\"";
        }
    }

    public static string? Character(string? value) => value is null ? RstDirective.Unreadable
        : Code(value) is not { } character ? $"chr() arg not in range(0x110000): {value}"
        : PythonText.Length(character) > 1 ? $"{PythonText.Repr(character)} invalid; must be a single character or a Unicode code"
        : null;

    public static string? Delimiter(string? value) => value is "tab" or "space" ? null : Character(value);

    /// <summary>The character for a code such as <c>U+262E</c>; other text stays unchanged. Null if there is no such character.</summary>
    public static string? Code(string code)
    {
        var hex = Hexadecimal().Match(code);
        if (!hex.Success && !(code.Length > 0 && code.All(c => CharUnicodeInfo.GetDigitValue(c) >= 0)))
        {
            return code;
        }

        var isNumber = hex.Success ? int.TryParse(hex.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            : PythonInteger.TryParse(code, out var big) & int.TryParse(big.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out number);
        return !isNumber || number is < 0 or > 0x10ffff ? null : Rune.IsValid(number) ? new Rune(number).ToString() : "\ufffd";
    }

    private static string? Integer(string? value, int? least, string tooSmall) =>
        !PythonInteger.TryParse(value, out var number) ? value is null ? "int() argument must be a string" : $"invalid literal for int() with base 10: {PythonText.Repr(value)}"
        : number < least ? tooSmall
        : null;

    private static string? Measure(string? value, string[] units)
    {
        var match = MeasurePattern().Match(value ?? "");
        if (!match.Success || !double.TryParse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return $"\"{value}\" is no valid measure.";
        }

        return number >= 0 && units.Contains(match.Groups["unit"].Value) ? null
            : $"not a positive number or measure of one of the following units:\n{string.Join(", ", units.Where(unit => unit.Length > 0))}";
    }

    [GeneratedRegex(@"\A(?<number>-?[0-9.]+) *(?<unit>[a-zA-Zµ]*|%?)\z")]
    private static partial Regex MeasurePattern();

    [GeneratedRegex(@"\A(?:(?:0x|x|\\x|U\+?|\\u)(?<code>[0-9a-f]+)|&\#x(?<code>[0-9a-f]+);)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();
}
