using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

public sealed class TheReadme
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md"));

    public static TheoryData<PublishFailure> Failures => [.. Enum.GetValues<PublishFailure>()];

    [Theory]
    [MemberData(nameof(Failures))]
    public void ExplainsEveryFailureUnderItsCode(PublishFailure failure) => Assert.Contains($"### {failure}", Lines);

    [Fact]
    public void NamesNoFailureThatDoesNotExist()
    {
        var troubleshooting = Lines.SkipWhile(line => line != "## Troubleshooting").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));

        Assert.All(troubleshooting.Where(line => line.StartsWith("### ", StringComparison.Ordinal)), line => Assert.True(Enum.TryParse<PublishFailure>(line[4..], out _), line));
    }
}
