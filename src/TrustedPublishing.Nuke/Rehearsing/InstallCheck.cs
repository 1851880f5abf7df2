using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>Installs the release from the index with pip and runs it, if Python with pip exists and there is a platform-independent wheel.</summary>
internal static class InstallCheck
{
    /// <param name="index">The index.</param>
    /// <param name="report">What was published there.</param>
    /// <param name="command">The arguments with which Python is run afterwards; if empty, the version is read.</param>
    /// <param name="directory">The folder in which it is installed.</param>
    /// <param name="isFirst">Whether the folder is emptied first: further projects of a run are installed alongside the first.</param>
    public static async Task ExecuteAsync(PackageIndex index, PublishReport report, IReadOnlyList<string> command, string directory, bool isFirst)
    {
        if (!report.Files.Any(file => file.FileName.EndsWith(".whl", StringComparison.Ordinal)))
        {
            BuildLog.Information("Not installed: there is no wheel in the release");
            return;
        }

        var python = await Python.FindAsync();
        if (python is null)
        {
            BuildLog.Information("Not installed: this machine has no Python with pip");
            return;
        }

        if (isFirst && Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        if (!await TryInstallAsync(python, index, report, directory))
        {
            return;
        }

        BuildLog.Information($"pip installed {report.Project} {report.Version} from the index");
        var output = await python.RunAsync(command.Count > 0 ? command : ReadVersion(report), directory);
        BuildLog.Information($"python {string.Join(' ', command.Count > 0 ? command : ["reads its version"])}: {output}");
    }

    /// <summary>False if every wheel is for other platforms, which does not make the release fail.</summary>
    private static async Task<bool> TryInstallAsync(Python python, PackageIndex index, PublishReport report, string directory)
    {
        try
        {
            await python.RunAsync(Install(index, report, directory));
            return true;
        }
        catch (Failure refusal) when (!report.Files.Any(file => file.FileName.EndsWith("-any.whl", StringComparison.Ordinal))
            && refusal.Message.Contains("No matching distribution found", StringComparison.Ordinal))
        {
            BuildLog.Information("Not installed: no wheel of the release is for this machine's Python");
            return false;
        }
    }

    /// <summary>
    /// Isolated from the user's own pip settings, without dependencies, which are not on this index, and never from an sdist, which would require a
    /// build.
    /// </summary>
    private static string[] Install(PackageIndex index, PublishReport report, string directory) =>
    [
        "-m", "pip", "--isolated", "--disable-pip-version-check", "--quiet", "install", "--no-cache-dir", "--no-deps", "--only-binary", ":all:",
        "--index-url", index.SimpleUrl.AbsoluteUri, "--target", directory, $"{report.Project}=={report.Version}",
    ];

    private static string[] ReadVersion(PublishReport report) =>
        ["-c", "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))", report.Project];
}
