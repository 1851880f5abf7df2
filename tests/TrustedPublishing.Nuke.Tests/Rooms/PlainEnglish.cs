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
    public void IsUsedInComments() => Assert.Empty(Offences("*.cs", Comments));

    [Fact]
    public void IsUsedInDocuments() => Assert.Empty(Offences("*.md", text => text));

    [Theory]
    [InlineData("/// <summary>A file is passed over.</summary>", true)]
    [InlineData("    x(); // A file Is Passed\n    // over if it is empty", true)]
    [InlineData("x(\"is passed over\"); // fine", false)]
    [InlineData("// a file is skipped", false)]
    public void IsRecognized(string code, bool hasPhrase) => Assert.Equal(hasPhrase ? ["is passed over"] : [], Found(Comments(code)).Select(entry => entry.Phrase));

    private static string Comments(string code) => string.Join(' ', Comment().Matches(code).Select(match => match.Groups["text"].Value));

    /// <summary>A phrase may continue on the next line.</summary>
    private static IEnumerable<(string Phrase, string Instead)> Found(string prose)
    {
        var text = Space().Replace(prose, " ");
        return Phrases.Where(entry => text.Contains(entry.Phrase, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>One line per file and phrase.</summary>
    private static IEnumerable<string> Offences(string pattern, Func<string, string> prose) =>
        from file in Files(pattern)
        from entry in Found(prose(File.ReadAllText(file)))
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
