using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>GitHub's own parser and the usual checkers report nothing about the generated workflows, and each of them reports a broken one.</summary>
public sealed class LintingTheWorkflow
{
    [Fact]
    public async Task GitHubsOwnParserReadsEveryFile()
    {
        var result = await OfAllAsync(files => files.ParseAsGitHubAsync());

        Assert.All(OptionSets.GitHub.Keys, name => Assert.Contains($"{name}.yml: {(name is "Indexes" ? 5 : name is "PullRequest" or "NativeCode" or "NativeCodeInOneContainer" or "GitHubRelease" or "GitHubReleaseAtOnce" ? 4 : 3)} jobs", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GitHubsOwnParserRefusesABrokenOne() =>
        Assert.Contains("Unexpected value 'sometimes'", (await OfBrokenAsync("id-token: write", "id-token: sometimes", files => files.ParseAsGitHubAsync())).Output, StringComparison.Ordinal);

    [Fact]
    public async Task GitHubsLanguageServiceFindsNothing() =>
        await OfAllAsync(files => files.ValidateAsGitHubAsync());

    [Fact]
    public async Task GitHubsLanguageServiceFindsAnOutputThatNoJobHas() =>
        Assert.Contains("Context access might be invalid: build", (await OfBrokenAsync("needs: [compile-publisher, build]", "needs: [compile-publisher]", files => files.ValidateAsGitHubAsync())).Output, StringComparison.Ordinal);

    [Fact]
    public async Task ActionlintFindsNothing() =>
        await OfAllAsync(files => files.ActionlintAsync());

    [Fact]
    public async Task ActionlintFindsABrokenExpression() =>
        Assert.Contains("needs", (await OfBrokenAsync("needs: [compile-publisher, build]", "needs: [compile-publisher, other]", files => files.ActionlintAsync())).Output, StringComparison.Ordinal);

    [Fact]
    public async Task YamllintFindsNothing() =>
        await OfAllAsync(files => files.YamllintAsync());

    [Fact]
    public async Task YamllintFindsABrokenIndentation() =>
        Assert.Contains("(indentation)", (await OfBrokenAsync("permissions:\n      id-token", "permissions:\n        id-token", files => files.YamllintAsync())).Output, StringComparison.Ordinal);

    [Fact]
    public async Task ShellcheckFindsNothing() =>
        await OfAllAsync(files => files.ShellcheckAsync(OptionSets.GitHub.Values.SelectMany(LintedFiles.Commands)));

    [Fact]
    public async Task ShellcheckFindsAMissingQuote() =>
        Assert.Contains("SC2086", (await OfBrokenAsync("", "", files => files.ShellcheckAsync(["cp $1 /"]))).Output, StringComparison.Ordinal);

    private static async Task<ChildProcessResult> OfAllAsync(Func<LintedFiles, Task<ChildProcessResult>> lint)
    {
        using var files = new LintedFiles(OptionSets.GitHub);
        var result = await lint(files);
        Assert.True(result.ExitCode == 0, result.Output);
        return result;
    }

    private static async Task<ChildProcessResult> OfBrokenAsync(string what, string by, Func<LintedFiles, Task<ChildProcessResult>> lint)
    {
        using var files = new LintedFiles(new Dictionary<string, string> { ["broken"] = what.Length == 0 ? "{}" : OptionSets.GitHub["Tags"].Replace(what, by, StringComparison.Ordinal) });
        var result = await lint(files);
        Assert.NotEqual(0, result.ExitCode);
        return result;
    }
}
