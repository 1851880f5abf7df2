using System.Diagnostics;
using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>An installed build backend: builds each kind of project once, in its own folder, without network access.</summary>
/// <param name="backend">The module of its hooks (PEP 517).</param>
/// <param name="probe">Code that prints its version, and fails if it cannot build.</param>
/// <param name="kinds">The projects.</param>
internal sealed class PeerBackend(string backend, string probe, IReadOnlyList<BackendKind> kinds)
{
    private const string Script = """
        import importlib, os, sys, traceback
        backend = importlib.import_module(sys.argv[1])
        for folder in sys.argv[2:]:
            child = os.fork()
            if child == 0:
                try:
                    os.chdir(folder)
                    out = os.path.join(os.path.dirname(folder), "out")
                    os.makedirs(out)
                    backend.build_sdist(out)
                    backend.build_wheel(out)
                except BaseException:
                    with open(os.path.join(os.path.dirname(folder), "error.txt"), "w") as log:
                        traceback.print_exc(file=log)
                finally:
                    os._exit(0)
            os.waitpid(child, 0)
        """;

    private readonly Lazy<(string? Python, PythonVersion? Version)> installed = new(() => Installed(probe));
    private Lazy<Task<string>>? built;

    /// <summary>The names of the projects that the installed backend can build. If there are none, one name represents all of them.</summary>
    public TheoryData<string> Kinds => kinds.Any(CanBuild) ? [.. kinds.Where(CanBuild).Select(kind => kind.Name)] : ["anything"];

    /// <summary>What the installed backend is too old for; null if it can build all or nothing.</summary>
    public string? Lacking => kinds.Any(CanBuild) && kinds.Where(kind => !CanBuild(kind)).ToList() is { Count: > 0 } lacking
        ? $"{backend} {installed.Value.Version}: {string.Join(", ", lacking.Select(kind => $"{kind.Name} (since {kind.Since})"))}"
        : null;

    /// <summary>Compares the backend's result with the result of packing without it, field by field and file by file.</summary>
    public async Task AssertSameAsync(string name)
    {
        Assert.SkipUnless(
            kinds.Any(CanBuild),
            installed.Value.Version is { } old ? $"{backend} {old} is older than {kinds[0].Since} here." : $"No python3 of this machine has {backend}, or it is Windows, which has no forks.");
        var kind = kinds.Single(kind => kind.Name == name);
        var folder = await LazyInitializer.EnsureInitialized(ref built, () => new(BuildAsync)).Value;
        var theirs = Path.Combine(folder, Slug(kind), "out");
        var error = Path.Combine(folder, Slug(kind), "error.txt");
        Assert.False(File.Exists(error), File.Exists(error) ? await File.ReadAllTextAsync(error) : "");
        using var project = new PythonProject("", "pyproject.toml");
        kind.Write(backend, (path, text) => project.Write(path, text));
        var ours = project.Pack();
        Assert.Equal(BuiltWheel.Read(Directory.GetFiles(theirs, "*.whl").Single()), BuiltWheel.Read(ours.Files[1]));
        Assert.Equal(BuiltSdist.Read(Directory.GetFiles(theirs, "*.tar.gz").Single()), BuiltSdist.Read(ours.Files[0]));
    }

    private bool CanBuild(BackendKind kind) =>
        installed.Value.Version is { } version && PythonVersion.TryParse(kind.Since, out var since) && version >= since;

    private static string Slug(BackendKind kind) => kind.Name.Replace(' ', '-');

    private async Task<string> BuildAsync()
    {
        var folder = Directory.CreateTempSubdirectory("backend").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (var kind in kinds)
        {
            kind.Write(backend, (path, text) => Write(Path.Combine(folder, Slug(kind), "project", path), text));
        }

        string[] arguments = ["-B", "-c", Script, backend, .. kinds.Where(CanBuild).Select(kind => Path.Combine(folder, Slug(kind), "project"))];
        var result = await ChildProcess.RunAsync(installed.Value.Python!, arguments);
        Assert.True(result.ExitCode == 0, result.Output);
        return folder;
    }

    /// <summary>Called during test discovery. There is none on Windows: the backends run in forks of a single process.</summary>
    private static (string? Python, PythonVersion? Version) Installed(string probe)
    {
        foreach (var python in OperatingSystem.IsWindows() ? [] : Peers.Pythons())
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", probe]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0 && PythonVersion.TryParse(printed.Trim(), out var version))
            {
                return (python, version);
            }
        }

        return (null, null);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
