using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>A set of version specifiers as in <c>Requires-Python</c> (PEP 440), for example <c>&gt;=3.9,!=3.10.*</c>.</summary>
internal sealed partial class VersionSpecifiers
{
    /// <summary>Longer text is not parsed.</summary>
    private const int MostCharacters = 1024 * 1024;

    private readonly string[] specifiers;

    private VersionSpecifiers(string[] specifiers) => this.specifiers = specifiers;

    public static VersionSpecifiers None { get; } = new([]);

    /// <summary>As in packaging, empty parts between commas are ignored, and so is white space around each part.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out VersionSpecifiers? parsed)
    {
        string[] parts = [.. text.Split(',').Select(PythonText.Strip).Where(part => part.Length > 0)];
        parsed = parts.All(part => part.Length <= MostCharacters && One().IsMatch(part)) ? new([.. parts.Select(Compact)]) : null;
        return parsed is not null;
    }

    /// <summary>The specifier that starts at a position, or null; for requirements, in which other text follows it.</summary>
    public static string? At(string text, int position)
    {
        var match = Next().Match(text, position);
        return match.Success ? match.Value : null;
    }

    /// <summary>Sorted and without duplicates.</summary>
    public override string ToString() => string.Join(',', specifiers.Distinct().Order(StringComparer.Ordinal));

    private static string Compact(string specifier)
    {
        var length = specifier.StartsWith("===", StringComparison.Ordinal) ? 3 : specifier.Length > 1 && specifier[1] == '=' ? 2 : 1;
        return specifier[..length] + PythonText.Strip(specifier[length..]);
    }

    private const string Space = @"[\s\x1c-\x1f]*";
    private const string Start = Space + @"v?(?:[0-9]+!)?[0-9]+";
    private const string Pre = @"(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
    private const string Post = @"(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
    private const string Dev = @"(?:[-_.]?dev[-_.]?[0-9]*)?";
    private const string Local = @"(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";

    /// <summary>
    /// Arbitrary equality accepts any text; only <c>==</c> and <c>!=</c> accept <c>.*</c> and a local part; <c>~=</c> needs two numbers.
    /// </summary>
    private const string Grammar =
        "(?:===" + Space + @"[^\s\x1c-\x1f;)]*" +
        "|(?:==|!=)" + Start + @"(?:\.[0-9]+)*(?:\.\*|" + Pre + Post + Dev + Local + ")?" +
        "|~=" + Start + @"(?:\.[0-9]+)+" + Pre + Post + Dev +
        "|(?:<=|>=|<|>)" + Start + @"(?:\.[0-9]+)*" + Pre + Post + Dev + ")";

    [GeneratedRegex(@"\A" + Grammar + @"\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();

    [GeneratedRegex(@"\G" + Grammar, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
