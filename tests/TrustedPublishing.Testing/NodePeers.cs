using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Node packages that tests use for comparison if they are installed.</summary>
public static class NodePeers
{
    /// <summary>Names the folder with the <c>node_modules</c>. Default: <c>artifacts/peers</c> in the repository.</summary>
    public const string Variable = "NODE_PEERS";

    /// <summary>The folder. If any of <paramref name="packages"/> is missing, the running test is skipped with the reason.</summary>
    public static string Find(params string[] packages)
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Path.Combine(RepositoryRoot.Path, "artifacts", "peers");
        var missing = packages.Where(package => !Directory.Exists(Path.Combine([folder, "node_modules", .. package.Split('/')]))).ToList();
        Assert.SkipWhen(
            missing.Count > 0,
            $"{string.Join(", ", missing)} of Node not found: run './build.sh InstallPeers', or name a folder with node_modules in {Variable}, to run this test.");
        return folder;
    }
}
