using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

public partial class GitRepository
{
    /// <summary>Requires a .git directory: a worktree, in which .git is a file, is not found.</summary>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var root = directory.FindParentOrSelf(x => x.ContainsDirectory(".git")).NotNull($"No parent Git directory for '{directory}'");
        var git = root / ".git";
        var server = Host.Instance as IBuildServer;

        var head = (git / "HEAD").ReadAllText().TrimStart("ref: ").Trim();
        var isAttached = head.StartsWith("refs/heads/", StringComparison.Ordinal);
        var branch = (server?.Branch ?? (isAttached ? head : null))?.TrimStart("refs/heads/").TrimStart("origin/");
        var commit = server?.Commit ?? (isAttached ? CommitOf(git, head) : head);

        var config = (git / "config").ReadAllLines();
        var tracked = branch == null ? [] : Section(config, $"[branch {branch.DoubleQuote()}]");
        var (remote, remoteBranch) = tracked.TryGetValue("remote", out var name) && tracked.TryGetValue("merge", out var merge)
            ? (name, merge.TrimStart("refs/heads/"))
            : (null, null);
        var url = Section(config, $"[remote {(remote ?? "origin").DoubleQuote()}]").GetValueOrDefault("url");
        (GitProtocol? protocol, string endpoint, string identifier) = (null, null, null);
        if (url != null)
            (protocol, endpoint, identifier) = ParseUrl(url);
        return new GitRepository(protocol, endpoint, identifier, branch, root, head, commit, TagsOf(git, commit), remote, remoteBranch);
    }

    private static string CommitOf(AbsolutePath git, string reference)
        => (git / reference).FileExists()
            ? (git / reference).ReadAllLines()[0]
            : PackedReferences(git).FirstOrDefault(x => x.Reference == reference).Commit.NotNull("Could not find commit information");

    private static List<string> TagsOf(AbsolutePath git, string commit)
    {
        var tags = git / "refs" / "tags";
        var loose = tags.DirectoryExists()
            ? tags.GlobFiles("**/*").Where(x => x.ReadAllText().Trim() == commit).Select(x => (string)tags.GetUnixRelativePathTo(x))
            : [];
        var packed = PackedReferences(git)
            .Where(x => x.Commit == commit && x.Reference.StartsWith("refs/tags/", StringComparison.Ordinal))
            .Select(x => x.Reference.TrimStart("refs/tags/"));
        return commit == null ? [] : [.. loose, .. packed];
    }

    private static IEnumerable<(string Commit, string Reference)> PackedReferences(AbsolutePath git)
        => ((git / "packed-refs").ExistingFile()?.ReadAllLines() ?? [])
            .Where(x => !x.StartsWith('#') && !x.StartsWith('^'))
            .Select(x => x.Split(' '))
            .Select(x => (x[0], x[1]));

    private static Dictionary<string, string> Section(string[] config, string header)
        => config
            .Select(x => x.Trim())
            .SkipWhile(x => x != header)
            .Skip(1)
            .TakeWhile(x => !x.StartsWith('['))
            .Select(x => x.Split('=', 2))
            .Where(x => x.Length == 2)
            .DistinctBy(x => x[0].Trim())
            .ToDictionary(x => x[0].Trim(), x => x[1].Trim());
}
