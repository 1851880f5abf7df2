using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Repositories : BuildTest
{
    [Theory]
    [InlineData("https://github.com/octo/cat.git")]
    [InlineData("https://user:token@gitlab.example:8443/a/b/c.git")]
    [InlineData("git@github.com:octo/cat.git")]
    [InlineData("ssh://git@github.com:22/octo/cat.git")]
    public void AreInjectedIntoComponents(string remote)
    {
        MakeRepository(remote);

        Assert.Equal("True", Succeed("RepositoryBuild").Value("there"));
    }

    [Fact]
    public void CannotHaveALocalPathAsRemote()
    {
        MakeRepository("/srv/git/x");

        var outcome = Run("RepositoryBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("could not be parsed.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AreMissedInAWorktreeWhereGitIsAFile()
    {
        Workspace.Write("gitdir: elsewhere", ".git");

        var outcome = Run("RepositoryBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Could not inject value for IHazGitRepository.GitRepository", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Member 'GitRepository' is required to be not null or empty", outcome.Output, StringComparison.Ordinal);
    }

    private void MakeRepository(string remote)
    {
        const string commit = "0123456789012345678901234567890123456789";
        Workspace.Write("ref: refs/heads/main\n", ".git", "HEAD");
        Workspace.Write($"{commit}\n", ".git", "refs", "heads", "main");
        Workspace.Write($"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {remote}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n", ".git", "config");
    }
}
