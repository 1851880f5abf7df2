using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>How CI systems run commands and copy files, on this machine.</summary>
internal static class PlayedShell
{
    /// <summary>Runs commands in bash as both systems start it; bash and sha256sum must be installed.</summary>
    public static Task<ChildProcessResult> RunAsync(string commands, string folder, IReadOnlyDictionary<string, string?> variables) =>
        ChildProcess.RunAsync(
            Peers.Find("bash"), ["--noprofile", "--norc", "-eo", "pipefail", "-c", commands], folder, variables, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Copies a file, or the content of a folder, into a folder; existing files are replaced, as when artifacts are unpacked.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (File.Exists(from))
        {
            File.Copy(from, Path.Combine(to, Path.GetFileName(from)), overwrite: true);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>The lines of a file as names and values.</summary>
    public static async Task<IReadOnlyList<(string Name, string Value)>> ReadAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        return [.. lines.Select(line => line.Split('=', 2)).Select(parts => (parts[0], parts[1]))];
    }
}
