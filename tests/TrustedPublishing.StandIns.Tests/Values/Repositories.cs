using Nuke.Common.Git;
using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Repositories : BuildTest
{
    private const string Commit = "0123456789012345678901234567890123456789";

    [Theory]
    [InlineData("https://github.com/octo/cat.git", GitProtocol.Https, "github.com", "octo/cat")]
    [InlineData("https://github.com/octo/cat", GitProtocol.Https, "github.com", "octo/cat")]
    [InlineData("https://user:token@gitlab.example:8443/a/b/c.git", GitProtocol.Https, "gitlab.example", "a/b/c")]
    [InlineData("git@github.com:octo/cat.git", GitProtocol.Ssh, "github.com", "octo/cat")]
    [InlineData("ssh://git@github.com:22/octo/cat.git", GitProtocol.Ssh, "github.com", "octo/cat")]
    public void AreNamedByTheirRemote(string remote, GitProtocol protocol, string endpoint, string identifier)
    {
        var repository = GitRepository.FromUrl(remote);

        Assert.Equal((protocol, endpoint, identifier), (repository.Protocol, repository.Endpoint, repository.Identifier));
    }

    [Fact]
    public void CannotHaveALocalPathAsRemote() => Assert.EndsWith("could not be parsed.", Assert.Throws<ArgumentException>(() => GitRepository.FromUrl("/srv/git/x")).Message, StringComparison.Ordinal);

    [Fact]
    public void AreInjectedIntoComponents()
    {
        MakeRepository();

        var outcome = Succeed("RepositoryBuild");

        Assert.Equal("github.com", outcome.Value("Endpoint"));
        Assert.Equal("octo/cat", outcome.Value("Identifier"));
        Assert.Equal("main", outcome.Value("Branch"));
        Assert.Equal(Commit, outcome.Value("Commit"));
        Assert.Equal("v1", outcome.Value("Tags"));
        Assert.Equal("https://github.com/octo/cat.git", outcome.Value("Https"));
        Assert.Equal("artifacts/reports", outcome.Value("Reports"));
        Assert.Equal("True", outcome.Value("Changelog"));
    }

    [Fact]
    public void TakeBranchAndCommitFromTheServer()
    {
        MakeRepository();
        Workspace.Environment["GITHUB_ACTIONS"] = "true";
        Workspace.Environment["GITHUB_REF"] = "refs/heads/topic";
        Workspace.Environment["GITHUB_SHA"] = "abc";

        var outcome = Succeed("RepositoryBuild");

        Assert.Equal("topic", outcome.Value("Branch"));
        Assert.Equal("abc", outcome.Value("Commit"));
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

    private void MakeRepository()
    {
        Workspace.Write("ref: refs/heads/main\n", ".git", "HEAD");
        Workspace.Write($"{Commit}\n", ".git", "refs", "heads", "main");
        Workspace.Write($"{Commit}\n", ".git", "refs", "tags", "v1");
        Workspace.Write("[remote \"origin\"]\n\turl = https://github.com/octo/cat.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n", ".git", "config");
    }
}
