using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Tag patterns in a workflow compared with those in an environment's rules: is there a name that matches both?</summary>
public sealed class PatternsOfRefs
{
    [Theory]
    [InlineData("v*", "v*", true)]
    [InlineData("v*", "v1.*", true)]
    [InlineData("v*", "*", true)]
    [InlineData("v*", "release-*", false)]
    [InlineData("v*", "V*", false)]
    [InlineData("v*", "v", true)]
    [InlineData("v1.0", "v1.0", true)]
    [InlineData("v1.0", "v1.1", false)]
    [InlineData("*-rc", "v*", true)]
    [InlineData("v[0-9]+.[0-9]+", "v*.*", true)]
    [InlineData("v[0-9]+", "v[a-z]*", false)]
    [InlineData("v[0-9]*", "v[!0-9]*", false)]
    [InlineData("v[0-9]+", "v??", true)]
    [InlineData("v[0-9]", "v??", false)]
    [InlineData("v1?2", "v2", true)]
    [InlineData("v1?2", "v3", false)]
    [InlineData("v1?", "v", true)]
    [InlineData("releases/v*", "v*", false)]
    [InlineData("releases/v*", "*", false)]
    [InlineData("releases/**", "releases/*/*", true)]
    [InlineData("**", "v*", true)]
    [InlineData("python/v*", "**/v*", true)]
    [InlineData("v*", "**/v*", true)]
    [InlineData("v*", "v\\*", true)]
    [InlineData("v[", "v\\[", true)]
    public void Overlap(string trigger, string rule, bool expected) =>
        Assert.Equal(expected, new GitHubRefRule(GitHubRefRule.Tag, rule).Lets(new(GitHubRefRule.Tag, trigger)));

    [Fact]
    public void AreComparedQuicklyHoweverManyWildcardsTheyHave() =>
        Assert.False(new GitHubRefRule(GitHubRefRule.Tag, string.Concat(Enumerable.Repeat("*a", 200)) + "b").Lets(new(GitHubRefRule.Tag, string.Concat(Enumerable.Repeat("*a", 200)) + "c")));
}
