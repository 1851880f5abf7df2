using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Quotes text as words of a shell command.</summary>
internal static partial class Shell
{
    /// <summary>One word, whatever it contains.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", """'\''""", StringComparison.Ordinal)}'";

    /// <summary>Words, each quoted.</summary>
    public static string Quoted(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>Words, quoted where necessary.</summary>
    public static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(word => Plain().IsMatch(word) ? word : Quote(word)));

    [GeneratedRegex(@"\A[A-Za-z0-9_./:=@%+,-]+\z")]
    private static partial Regex Plain();
}
