using System.Globalization;
using System.Runtime.CompilerServices;
using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests;

/// <summary>What this repository expects of Verify, both the stand-in and the real package: the tests use nothing else.</summary>
public sealed class VerifyStandIn : IDisposable
{
    readonly TemporaryDirectory directory = new();

    string Source => directory.Combine("VerifyStandIn.cs");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task NamesTheSnapshotAfterClassAndMethod()
    {
        Accept("text");
        await Verifier.Verify("text", sourceFile: Source);
        Assert.Empty(Received());
    }

    [Theory]
    [InlineData("a/b", 1.5, true, null)]
    public async Task NamesTheSnapshotAfterTheArguments(string text, double number, bool flag, string? nothing)
    {
        Accept("x", "NamesTheSnapshotAfterTheArguments_text=a-b_number=1.5_flag=True_nothing=null.verified.txt");
        await Verifier.Verify("x", sourceFile: Source);
        Assert.Equal("a/b1.5True", string.Create(CultureInfo.InvariantCulture, $"{text}{number}{flag}{nothing}"));
    }

    [Theory]
    [InlineData("given")]
    public async Task NamesTheSnapshotAsItIsTold(string argument)
    {
        Accept("{}", "NamesTheSnapshotAsItIsTold_argument=told.verified.json");
        await Verifier.Verify("{}", "json", sourceFile: Source).UseParameters("told");
        Assert.Equal("given", argument);
    }

    [Fact]
    public async Task ShowsADifferenceAndKeepsWhatItReceived()
    {
        Accept("same\nold");
        var failure = await Fails("same\nnew");
        Assert.Contains("old", failure, StringComparison.Ordinal);
        Assert.Contains("new", failure, StringComparison.Ordinal);
        Assert.Equal("same\nnew", await File.ReadAllTextAsync(Assert.Single(Received()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FailsWithoutASnapshot()
    {
        Assert.Contains("text nobody accepted", await Fails("text nobody accepted"), StringComparison.Ordinal);
        Assert.Single(Received());
    }

    [Fact]
    public async Task RemovesWhatAnEarlierRunReceived()
    {
        Accept("text");
        Accept("old", "RemovesWhatAnEarlierRunReceived.received.txt");
        await Verifier.Verify("text", sourceFile: Source);
        Assert.Empty(Received());
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb", 1)]
    [InlineData("a\nb", "a\r\nb", 2)]
    [InlineData("a", "a\n", 3)]
    [InlineData("a\n", "a\n", 4)]
    [InlineData("", "emptyString", 5)]
    [InlineData(null, "null", 6)]
    public async Task ForgivesNewlines(string? target, string verified, int row)
    {
        Accept(verified, $"ForgivesNewlines_target={row}.verified.txt");
        await Verifier.Verify(target, sourceFile: Source).UseParameters(row);
    }

    [Theory]
    [InlineData("a", "a\n\n", 1)]
    [InlineData("a\n", "a", 2)]
    public async Task ForgivesNoMoreThanOneNewlineAtTheEnd(string target, string verified, int row)
    {
        Accept(verified, $"ForgivesNoMoreThanOneNewlineAtTheEnd_target={row}.verified.txt");
        await Assert.ThrowsAnyAsync<Exception>(async () => await Verifier.Verify(target, sourceFile: Source).UseParameters(row));
    }

    [Fact]
    public async Task RefusesANameThatWasUsedBefore()
    {
        Accept("text");
        await Verifier.Verify("text", sourceFile: Source);
        Assert.Contains("The prefix has already been used", await Fails("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesASnapshotOfAnotherExtension()
    {
        Accept("text");
        Accept("{}", "RefusesASnapshotOfAnotherExtension.verified.json");
        Assert.Contains("RefusesASnapshotOfAnotherExtension.verified.json", await Fails("text"), StringComparison.Ordinal);
    }

    void Accept(string text, [CallerMemberName] string name = "") =>
        directory.Write($"VerifyStandIn.{(name.Contains('.', StringComparison.Ordinal) ? name : $"{name}.verified.txt")}", text);

    string[] Received() => Directory.GetFiles(directory.Path, "*.received.*");

    async Task<string> Fails(string target) => (await Assert.ThrowsAnyAsync<Exception>(async () => await Verifier.Verify(target, sourceFile: Source))).Message;
}
