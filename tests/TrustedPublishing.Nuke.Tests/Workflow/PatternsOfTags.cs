using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// The single table of the meanings of tag patterns: for the triggers of a workflow, the rules of a pipeline and the rules of an environment.
/// </summary>
public sealed class PatternsOfTags
{
    public static TheoryData<string, string, bool> Table { get; } = new()
    {
        { "v*", "v1.0.0", true },
        { "v*", "v", true },
        { "v*", "V1", false },
        { "v*", "v1/0", false },
        { "v*", "wv1", false },
        { "*", "a", true },
        { "*", "a/b", false },
        { "**", "a/b", true },
        { "release/**", "release/2026/11", true },
        { "release/**", "release", false },
        { "**/v*", "a/b/v1", true },
        { "v1.0", "v1.0", true },
        { "v1.0", "v1x0", false },
        { "v[0-9]+.[0-9]+", "v10.2", true },
        { "v[0-9]+.[0-9]+", "v.2", false },
        { "v[0-9]+.[0-9]+", "v1.2-rc", false },
        { "v[0-9]?", "v", true },
        { "v[0-9]?", "v1", true },
        { "v[0-9]?", "v12", false },
        { "v[0-9ab]", "va", true },
        { "v[a-c]", "vd", false },
        { "v[.-]", "v-", true },
        { "日本*", "日本語", true },
        { "日[本]", "日語", false },
        { "1.0+final", "1.000final", true },
        { "1.0+final", "1.0+final", false },
        { @"1.0\+final", "1.0+final", true },
        { @"1.0\+final", "1.00final", false },
        { @"v\*", "v*", true },
        { @"v\*", "v1", false },
        { "v1?2", "v2", true },
        { "v(1|2)$^", "v(1|2)$^", true },
        { "ünïcode-*", "ünïcode-1", true },
        { "#1", "#1", true },
        { "v*,!v*-rc*", "v1.0", true },
        { "v*,!v*-rc*", "v1.0-rc1", false },
        { "v*,!v*-rc*,v2*", "v2.0-rc1", true },
        { "!v1*,v*", "v1.0", true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void StartARelease(string patterns, string tag, bool starts) =>
        Assert.Equal(starts, patterns.Split(',').LastOrDefault(pattern => Matches(RefPattern.OfTrigger(pattern.TrimStart('!')), tag)) is { } last && last[0] != '!');

    [Theory]
    [MemberData(nameof(Table))]
    public void AreTranslatedExactlyForGitLab(string patterns, string tag, bool starts)
    {
        var first = TagPatterns.FirstDecides(patterns.Split(',')).FirstOrDefault(rule => Regex.IsMatch(tag, rule.Pattern.GitLabExpression.Trim('/').Replace(@"\/", "/", StringComparison.Ordinal), RegexOptions.NonBacktracking));

        Assert.Equal(starts, first.Starts);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void AreAllowedByTheRulesOfAnEnvironment(string patterns, string tag, bool starts)
    {
        var rules = TagRules.FromPatterns(patterns.Split(','));

        Assert.True(!starts || tag.Contains('/', StringComparison.Ordinal) || rules.Any(rule => Matches(RefPattern.OfRule(rule.Pattern), tag)), $"{string.Join(", ", rules)} does not let {tag} deploy");
        Assert.All(patterns.Split(',').Where(pattern => pattern[0] != '!'), pattern => Assert.Contains(rules, rule => rule.Lets(new(GitHubRefRule.Tag, pattern)) || pattern.Contains('/', StringComparison.Ordinal)));
    }

    [Fact]
    public void AreAcceptedByBothGenerators() =>
        Assert.All(Table.Select(row => row.Data.Item1).Distinct(), patterns => Assert.Empty(TagPatterns.Check(patterns.Split(','))));

    [Theory]
    [InlineData("", "'' in OnPushTags is not a tag pattern.")]
    [InlineData("!", "'!' in OnPushTags is not a tag pattern.")]
    [InlineData("v *", "git does not allow spaces in tag names.")]
    [InlineData("v\n", "git does not allow spaces in tag names.")]
    [InlineData("+v", "has a '?' or '+' with nothing before it")]
    [InlineData("?", "has a '?' or '+' with nothing before it")]
    [InlineData("v*+", "has a '?' or '+' with nothing before it")]
    [InlineData("v1++", "has a '?' or '+' with nothing before it")]
    [InlineData("v[0-9", "has a '[' or ']' without the other.")]
    [InlineData("v0-9]", "has a '[' or ']' without the other.")]
    [InlineData("v[]", "has a '[' or ']' without the other.")]
    [InlineData("v[a/b]", "has a '/' in a character set, which never matches one")]
    [InlineData("v[!0-9]", "has a character set that begins with '!' or '^', which GitHub does not define")]
    [InlineData("!v*", "OnPushTags only excludes tags")]
    public void AreRejectedIfMeaningless(string pattern, string complaint) =>
        Assert.Contains(TagPatterns.Check([pattern]), found => found.Contains(complaint, StringComparison.Ordinal));

    [Fact]
    public void AreRejectedIfTooLong() =>
        Assert.Contains("has 200000 characters", Assert.Single(TagPatterns.Check([new string('*', 200_000)])), StringComparison.Ordinal);

    [Theory]
    [InlineData('*')]
    [InlineData('a')]
    [InlineData('[')]
    public void NeitherOverflowNorHangHoweverLong(char sign)
    {
        var endless = new GitHubRefRule(GitHubRefRule.Tag, new string(sign, 200_000));

        Assert.False(endless.Lets(endless));
        Assert.False(new GitHubRefRule(GitHubRefRule.Tag, "v*").Lets(endless));
        Assert.False(endless.IsComparable);
    }

    [Fact]
    public void AreComparedQuicklyAtTheMaximumLength()
    {
        var longest = string.Concat(Enumerable.Repeat("*a", RefPattern.Longest / 2));

        Assert.False(RefPattern.OfTrigger(longest + "b").Overlaps(RefPattern.OfTrigger(longest + "c")));
    }

    /// <summary>Whether a pattern matches a tag: it overlaps with the pattern that matches the tag alone.</summary>
    private static bool Matches(RefPattern pattern, string tag) => pattern.Overlaps(RefPattern.OfTrigger(Regex.Replace(tag, @"[*?+!\[\]\\]", @"\$0")));
}
