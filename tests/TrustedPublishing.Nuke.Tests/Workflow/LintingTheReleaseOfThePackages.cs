using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The workflow that publishes this repository's own NuGet packages, checked like the generated ones.</summary>
public sealed class LintingTheReleaseOfThePackages
{
    private static readonly string Text = File.ReadAllText(RepositoryRoot.Combine(".github", "workflows", "nuget.yml"));

    [Fact]
    public Task IsReadByGitHubsOwnParser() => FindsNothingAsync(files => files.ParseAsGitHubAsync());

    [Fact]
    public Task HasNothingForActionlint() => FindsNothingAsync(files => files.ActionlintAsync());

    [Fact]
    public Task HasNothingForYamllint() => FindsNothingAsync(files => files.YamllintAsync());

    [Fact]
    public Task HasNothingForShellcheck() => FindsNothingAsync(files => files.ShellcheckAsync(LintedFiles.Commands(Text)));

    [Fact]
    public void GivesAnIdentityOnlyToTheJobThatPushesAndPinsEveryAction()
    {
        Assert.Equal(2, Text.Split("id-token").Length);
        Assert.DoesNotContain("actions/checkout", Text[Text.IndexOf("id-token", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(Text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)), line => Assert.Matches("@[0-9a-f]{40} # v[0-9.]+$", line));
    }

    private static async Task FindsNothingAsync(Func<LintedFiles, Task<ChildProcessResult>> lint)
    {
        using var files = new LintedFiles(new Dictionary<string, string> { ["nuget"] = Text });
        var result = await lint(files);
        Assert.True(result.ExitCode == 0, result.Output);
    }
}
