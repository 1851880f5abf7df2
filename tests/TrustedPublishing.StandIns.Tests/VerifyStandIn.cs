using System.Globalization;
using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests;

/// <summary>What this repository expects of Verify, both the stand-in and the real package: the tests use nothing else.</summary>
public sealed class VerifyStandIn : IDisposable
{
    readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task NamesTheSnapshotAfterClassAndMethod()
    {
        Accept("VerifyStandIn.NamesTheSnapshotAfterClassAndMethod.verified.txt", "text");
        var result = await Verifier.Verify("text").UseDirectory(directory.Path);
        Assert.Equal("text", result.Text);
        Assert.Empty(Received());
    }

    [Theory]
    [InlineData("a/b", 1.5, true, null)]
    public async Task NamesTheSnapshotAfterTheArguments(string text, double number, bool flag, string? nothing)
    {
        Accept("VerifyStandIn.NamesTheSnapshotAfterTheArguments_text=a-b_number=1.5_flag=True_nothing=null.verified.txt", "x");
        await Verifier.Verify("x").UseDirectory(directory.Path);
        Assert.Equal("a/b1.5True", string.Create(CultureInfo.InvariantCulture, $"{text}{number}{flag}{nothing}"));
    }

    [Fact]
    public async Task NamesTheSnapshotAsItIsTold()
    {
        Accept("Type.Method_suffix.verified.txt", "x");
        Accept("Whole.verified.json", "{}");
        await Verifier.Verify("x").UseDirectory(directory.Path).UseTypeName("Type").UseMethodName("Method").UseTextForParameters("suffix");
        await Verifier.Verify("{}", "json").UseDirectory(directory.Path).UseFileName("Whole");
    }

    [Fact]
    public async Task ShowsADifferenceAndKeepsWhatItReceived()
    {
        Accept("name.verified.txt", "same\nold");
        var failure = await Fails("same\nnew", "name");
        Assert.Contains("old", failure, StringComparison.Ordinal);
        Assert.Contains("new", failure, StringComparison.Ordinal);
        Assert.Equal("same\nnew", await File.ReadAllTextAsync(Assert.Single(Received()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FailsWithoutASnapshot()
    {
        Assert.Contains("text nobody accepted", await Fails("text nobody accepted", "name"), StringComparison.Ordinal);
        Assert.Single(Received());
    }

    [Fact]
    public async Task RemovesWhatAnEarlierRunReceived()
    {
        Accept("name.verified.txt", "text");
        Accept("name.received.txt", "old");
        await Verifier.Verify("text").UseDirectory(directory.Path).UseFileName("name");
        Assert.Empty(Received());
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\nb", "a\r\nb")]
    [InlineData("a", "a\n")]
    [InlineData("a\n", "a\n")]
    [InlineData("", "emptyString")]
    [InlineData(null, "null")]
    public async Task ForgivesNewlines(string? target, string verified)
    {
        Accept("name.verified.txt", verified);
        await Verifier.Verify(target).UseDirectory(directory.Path).UseFileName("name");
    }

    [Theory]
    [InlineData("a", "a\n\n")]
    [InlineData("a\n", "a")]
    public async Task ForgivesNoMoreThanOneNewlineAtTheEnd(string target, string verified)
    {
        Accept("name.verified.txt", verified);
        await Fails(target, "name");
    }

    [Fact]
    public async Task RefusesANameThatWasUsedBefore()
    {
        Accept("name.verified.txt", "text");
        await Verifier.Verify("text").UseDirectory(directory.Path).UseFileName("name");
        Assert.Contains("The prefix has already been used", await Fails("text", "name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesASnapshotOfAnotherExtension()
    {
        Accept("name.verified.txt", "text");
        Accept("name.verified.json", "{}");
        Assert.Contains("name.verified.json", await Fails("text", "name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunsTheScrubberAddedLastFirst()
    {
        Accept("name.verified.txt", "second");
        await Verifier.Verify("text").UseDirectory(directory.Path).UseFileName("name")
            .AddScrubber(text => text.Replace("first", "second"))
            .AddScrubber(text => text.Replace("text", "first"));
    }

    [Fact]
    public async Task ScrubsLines()
    {
        Accept("name.verified.txt", "kept\nreplaced\n");
        var settings = new VerifySettings();
        settings.UseDirectory(directory.Path);
        settings.ScrubLinesContaining("SECRET");
        await Verifier.Verify("kept\nsecret\nline\ngone\n", settings).UseFileName("name")
            .ScrubLinesContaining(StringComparison.Ordinal, "gone")
            .ScrubLinesWithReplace(line => line == "line" ? "replaced" : line);
    }

    [Fact]
    public async Task ReplacesTheFolderForTemporaryFiles()
    {
        Accept("name.verified.txt", "in {TempPath}folder/file");
        await Verifier.Verify($"in {Path.GetTempPath()}folder/file").UseDirectory(directory.Path).UseFileName("name");
    }

    [Fact]
    public async Task RefusesSettingsAfterItRan()
    {
        Accept("name.verified.txt", "text");
        var task = Verifier.Verify("text").UseDirectory(directory.Path).UseFileName("name");
        await task;
        Action change = () => task.UseMethodName("late");
        Assert.ThrowsAny<Exception>(change);
    }

    void Accept(string name, string text) => directory.Write(name, text);

    string[] Received() => Directory.GetFiles(directory.Path, "*.received.*");

    async Task<string> Fails(string target, string name) =>
        (await Assert.ThrowsAnyAsync<Exception>(async () => await Verifier.Verify(target).UseDirectory(directory.Path).UseFileName(name).DisableDiff())).Message;
}
