using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>A clone that NUKE can read. Its properties are not used.</summary>
public partial class GitRepository
{
    internal GitRepository()
    {
    }

    /// <summary>Needs a .git directory: a worktree, where .git is a file, is not found. A remote with a local path is an error.</summary>
    internal static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var root = directory.SelfAndParents().FirstOrDefault(x => (x / ".git").DirectoryExists()).NotNull($"No parent Git directory for '{directory}'");
        if (RemoteUrl().Match((root / ".git" / "config").ReadAllText()) is { Success: true } remote)
            Assert.True(HostAndPath().IsMatch(remote.Groups["url"].Value), $"Url '{remote.Groups["url"].Value}' could not be parsed.");
        return new GitRepository();
    }

    [GeneratedRegex(@"^\[remote ""origin""\]\s*(?:^(?!\[).*\n)*?\s*url\s*=\s*(?<url>\S.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex RemoteUrl();

    // scheme://user@host:port/owner/name.git, or user@host:owner/name.git
    [GeneratedRegex(@"^(?:\w+://)?(?:[^/]*@)?[^/:@]+(?::\d+(?=[/:]))?[/:].+$")]
    private static partial Regex HostAndPath();
}

public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    internal override object GetValue(MemberInfo member) => GitRepository.FromLocalDirectory(NukeBuild.RootDirectory);
}
