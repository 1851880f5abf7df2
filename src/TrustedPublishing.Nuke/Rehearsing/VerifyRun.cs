using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>The implementation of the target <c>VerifyDistributions</c>: uses the files as users of the index will.</summary>
internal static class VerifyRun
{
    /// <summary>Imports every top-level module and package that a distribution installs.</summary>
    private const string ImportAll =
        """
        import importlib, importlib.metadata, sys
        files = importlib.metadata.distribution(sys.argv[1]).files or []
        single = {f.name.split('.')[0] for f in files if len(f.parts) == 1 and f.suffix in ('.py', '.so', '.pyd')}
        names = sorted(single | {f.parts[0] for f in files if len(f.parts) == 2 and f.name == '__init__.py'})
        [importlib.import_module(name) for name in names]
        print('imported ' + (', '.join(names) or 'nothing, since it installs no module'))
        """;

    /// <summary>Whether pip can install into another environment (its option <c>--python</c>), which then needs no pip of its own: creating one takes seconds.</summary>
    private const string InstallsElsewhere = "import pip; print(int(pip.__version__.split('.')[0]) >= 23)";

    public static Task ExecuteAsync(VerifyRequest request) => TargetRun.ExecuteAsync(ManualSection.DistributionsNotVerified, () => VerifyAsync(request));

    private static async Task VerifyAsync(VerifyRequest request)
    {
        var python = await Python.FindAsync() ?? throw new Failure("Verifying distributions requires Python with pip, which this machine does not have: install Python; on GitHub, set PythonVersion = \"3.14\".");
        var files = Files(request);
        var tried = 0;
        foreach (var wheel in files.Where(file => file.EndsWith(".whl", StringComparison.Ordinal)))
        {
            tried += await TryAsync(python, wheel, Empty(request.Folder), request.Command) ? 1 : 0;
        }

        if (tried == 0 && files.Any(file => file.EndsWith(".whl", StringComparison.Ordinal)))
        {
            throw new Failure($"No wheel fits this machine, so none was verified: {string.Join(", ", files.Select(Path.GetFileName))}.");
        }

        foreach (var source in files.Where(file => file.EndsWith(".tar.gz", StringComparison.Ordinal)))
        {
            await BuildAsync(python, source, Empty(request.Folder));
        }
    }

    /// <summary>The files that would be published.</summary>
    private static List<string> Files(VerifyRequest request)
    {
        var patterns = request.Distributions;
        var files = patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(pattern, request.Root))!, Path.GetFileName(pattern)))
            .Where(file => file.EndsWith(".whl", StringComparison.Ordinal) || file.EndsWith(".tar.gz", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new Failure($"There are no distributions to verify: no file matches {string.Join(", ", patterns)}.");
    }

    /// <summary>False if the wheel is for another platform or Python version.</summary>
    private static async Task<bool> TryAsync(Python python, string wheel, string folder, IReadOnlyList<string> command)
    {
        var installs = await python.RunAsync(["-c", InstallsElsewhere]) == "True";
        await python.RunAsync(["-m", "venv", .. installs ? ["--without-pip"] : Array.Empty<string>(), folder]);
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? @"Scripts\python.exe" : "bin/python");
        var inside = new Python(program);
        var installer = installs ? python : inside;
        string[] install = ["-m", "pip", .. installs ? ["--python", program] : Array.Empty<string>(), "--disable-pip-version-check", "--quiet", "install", "--no-cache-dir"];
        if (await installer.TryAsync([.. install, "--no-index", "--no-deps", "--dry-run", wheel]) is { } refusal && refusal.Contains("is not a supported wheel on this platform", StringComparison.Ordinal))
        {
            BuildLog.Information($"{Path.GetFileName(wheel)} is for another platform or Python version and is not verified here");
            return false;
        }

        await installer.RunAsync([.. install, wheel]);
        var output = await inside.RunAsync(command.Count > 0 ? command : ["-c", ImportAll, Path.GetFileName(wheel).Split('-')[0]]);
        BuildLog.Information($"{Path.GetFileName(wheel)} is installed and runs: {output.Split('\n')[0]}");
        return true;
    }

    private static async Task BuildAsync(Python python, string source, string folder)
    {
        await python.RunAsync(["-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", "--no-cache-dir", "--no-deps", "--wheel-dir", folder, source]);
        BuildLog.Information($"{Path.GetFileName(source)} builds {Path.GetFileName(Directory.EnumerateFiles(folder, "*.whl").Single())}");
    }

    private static string Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return folder;
    }
}

/// <summary>The request to verify distributions.</summary>
/// <param name="Distributions">Paths or globs.</param>
/// <param name="Root">The base folder for relative paths.</param>
/// <param name="Folder">A folder for temporary files.</param>
/// <param name="Command">The arguments with which Python is run after a wheel has been installed.</param>
internal sealed record VerifyRequest(IReadOnlyList<string> Distributions, string Root, string Folder, IReadOnlyList<string> Command);
