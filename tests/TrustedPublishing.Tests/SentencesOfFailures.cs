using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>Every message about a failure ends like a sentence; checked in the snapshots of all messages.</summary>
public sealed partial class SentencesOfFailures
{
    private static readonly string[] Names = ["Failure", "Diagnos", "NamesEveryBadSetting", "AllProblems", "Refused", "TellsAll", "TellAll", "SaysWhatIs", "Told", "SayWhatCannot"];

    public static TheoryData<string> Snapshots =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*.verified.txt", SearchOption.AllDirectories)
            .Where(file => Names.Any(name => Path.GetFileName(file).Contains(name, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Combine("tests"), file)),
    ];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void EndLikeSentences(string snapshot)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("tests", snapshot)).ReplaceLineEndings("\n");

        Assert.DoesNotContain(Openings().Matches(text).Concat(Points().Matches(text)).Select(match => match.Groups["text"].Value.Replace(" (Parameter 'options')", "", StringComparison.Ordinal).TrimEnd()), sentence => !Ends(sentence));
    }

    [Fact]
    public void AreFound() => Assert.True(Snapshots.Count > 10);

    [Theory]
    [InlineData("Do this", false)]
    [InlineData("Do this.", true)]
    [InlineData("Add these lines:\n    id-token: write", true)]
    [InlineData("Register it at https://pypi.org/manage/account/publishing/", true)]
    [InlineData("Do this (--pypi-index)", false)]
    public void AreDistinguishedFromOtherText(string text, bool isOne) => Assert.Equal(isOne, Ends(text));

    /// <summary>
    /// A full stop, a question mark, an introduction to the lines that follow, a quotation, or an address, which a full stop would break.
    /// </summary>
    private static bool Ends(string text) => text[^1] is '.' or '?' or ':' or '"' || text.Contains(":\n", StringComparison.Ordinal) || Address().IsMatch(text);

    /// <summary>The first text under the name of a failure.</summary>
    [GeneratedRegex(@"^## [^\n]*\n\n(?<text>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Openings();

    /// <summary>Each item of a list, with the lines that belong to it.</summary>
    [GeneratedRegex(@"^- (?<text>[^\n]+(?:\n(?!- |\n|#)[^\n]+)*)", RegexOptions.Multiline)]
    private static partial Regex Points();

    [GeneratedRegex(@"https://\S+(?:\n(?: {2,}[a-z ]+ \S[^\n]*\n?)+)?\z")]
    private static partial Regex Address();
}
