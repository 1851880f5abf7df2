using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Packages of Node that a test is checked against, and that a machine need not have.</summary>
public static class NodePeers
{
    /// <summary>Names the folder whose <c>node_modules</c> holds them. Default: <c>artifacts/peers</c> of the repository.</summary>
    public const string Variable = "NODE_PEERS";

    /// <summary>The folder. Without all of <paramref name="packages"/>, the running test is reported as skipped, with the reason.</summary>
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
