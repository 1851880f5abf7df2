using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The comments and documents of the repository avoid phrases that a reader has to decode. Each has a plain counterpart.</summary>
public sealed partial class PlainEnglish
{
    private static readonly string[] Folders = ["src", "build", "tests", ".github"];

    /// <summary>A phrase and what to write instead.</summary>
    private static readonly (string Phrase, string Instead)[] Phrases =
    [
        ("in good order", "valid"),
        ("cannot be meant", "is invalid"),
        ("the other side said", "the server responded"),
        ("the other side answers", "the server responds"),
        ("for want of", "without, or because there is no"),
        ("whoever asks", "the caller"),
        ("is none of", "does not belong to"),
        ("is none at all", "is invalid"),
        ("was not judged", "was not checked"),
        ("is not judged", "is not checked"),
        ("is passed over", "is skipped"),
        ("are passed over", "are skipped"),
        ("passes over", "skips"),
        ("told apart", "distinguished"),
        ("brings along", "includes"),
        ("lies beside", "is next to"),
        ("lie beside", "are next to"),
        ("what nobody", "what no other …"),
        ("are believed", "are trusted"),
        ("is believed", "is trusted"),
        ("whom to believe", "the trusted …"),
        ("that which", "what"),
        ("takes to be", "treats as"),
        ("shows itself", "becomes apparent"),
        ("is said so", "is reported"),
        ("asks somebody", "asks the user"),
    ];

    [Fact]
    public void IsUsedInComments() => Assert.Empty(Offences("*.cs", text => string.Join(' ', Comment().Matches(text).Select(match => match.Groups["text"].Value))));

    [Fact]
    public void IsUsedInDocuments() => Assert.Empty(Offences("*.md", text => text));

    /// <summary>One line per file and phrase. A phrase may continue on the next line.</summary>
    private static IEnumerable<string> Offences(string pattern, Func<string, string> prose) =>
        from file in Files(pattern)
        let text = Space().Replace(prose(File.ReadAllText(file)), " ")
        from entry in Phrases
        where text.Contains(entry.Phrase, StringComparison.OrdinalIgnoreCase)
        select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: \"{entry.Phrase}\"; say \"{entry.Instead}\"";

    private static IEnumerable<string> Files(string pattern)
    {
        string[] files = [.. Directory.EnumerateFiles(RepositoryRoot.Path, pattern), .. Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), pattern, SearchOption.AllDirectories))];

        Assert.NotEmpty(files);
        return files.Where(file => !Output().IsMatch(file));
    }

    /// <summary>A comment on its own line or after code; addresses and strings with two slashes have no space before them.</summary>
    [GeneratedRegex(@"(?<=^|\s)///?\s(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Output();
}
