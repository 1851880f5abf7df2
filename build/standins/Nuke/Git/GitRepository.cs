using System.Text.RegularExpressions;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

public enum GitProtocol
{
    Https,
    Ssh,
}

/// <summary>Information from a clone's .git directory. Branch and commit come from the CI host if there is one.</summary>
public partial class GitRepository
{
    public GitRepository(
        GitProtocol? protocol,
        string endpoint,
        string identifier,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        IReadOnlyCollection<string> tags,
        string remoteName,
        string remoteBranch)
    {
        (Protocol, Endpoint, Identifier, Branch) = (protocol, endpoint, identifier, branch);
        (LocalDirectory, Head, Commit, Tags) = (localDirectory, head, commit, tags);
        (RemoteName, RemoteBranch) = (remoteName, remoteBranch);
    }

    public GitProtocol? Protocol { get; private set; }

    /// <summary>The remote's host name.</summary>
    public string Endpoint { get; private set; }

    /// <summary>The remote's owner and name.</summary>
    public string Identifier { get; private set; }

    public AbsolutePath LocalDirectory { get; private set; }

    public string Head { get; private set; }

    public string Commit { get; }

    public IReadOnlyCollection<string> Tags { get; }

    public string RemoteName { get; }

    public string RemoteBranch { get; }

    public string Branch { get; private set; }

    public string HttpsUrl => Endpoint == null ? null : $"https://{Endpoint}/{Identifier}.git";

    public string SshUrl => Endpoint == null ? null : $"git@{Endpoint}:{Identifier}.git";

    public static GitRepository FromUrl(string url, string branch = null)
    {
        var (protocol, endpoint, identifier) = ParseUrl(url);
        return new GitRepository(protocol, endpoint, identifier, branch, null, null, null, null, null, null);
    }

    public GitRepository SetBranch(string branch)
        => new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, Commit, Tags, RemoteName, RemoteBranch);

    public override string ToString() => (Protocol == GitProtocol.Https ? HttpsUrl : SshUrl).TrimEnd(".git");

    // scheme://user@host:port/owner/name.git, or user@host:owner/name.git
    private static (GitProtocol Protocol, string Endpoint, string Identifier) ParseUrl(string url)
    {
        var match = UrlPattern().Match(url.NotNull().Trim());
        Assert.True(match.Success, $"Url '{url}' could not be parsed.");
        var isHttps = match.Groups["scheme"].Value.EqualsOrdinalIgnoreCase("https");
        return (isHttps ? GitProtocol.Https : GitProtocol.Ssh, match.Groups["host"].Value, match.Groups["path"].Value);
    }

    [GeneratedRegex(@"^(?:(?<scheme>\w+)://)?(?:[^/]*@)?(?<host>[^/:@]+)(?::\d+(?=[/:]))?[/:](?<path>.*?)/?(?:\.git)?$")]
    private static partial Regex UrlPattern();
}
