using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>A build backend of this machine: builds each kind of project once, in a folder of its own, without a network.</summary>
/// <param name="backend">The module of its hooks (PEP 517).</param>
/// <param name="probe">Prints its version, and fails where it cannot build.</param>
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

    private readonly Lazy<Task<string>> built = new(() => BuildAsync(backend, probe, kinds));

    /// <summary>Compares what the backend built with what is packed without it, field by field and file by file.</summary>
    public async Task AssertSameAsync(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The backends are run in forks of one process, which Windows has not.");
        var kind = kinds.Single(kind => kind.Name == name);
        var folder = await built.Value;
        Assert.SkipUnless(IsSince(kind, await File.ReadAllTextAsync(Path.Combine(folder, "version.txt"))), $"{backend} is older than {kind.Since} here.");
        var theirs = Path.Combine(folder, Slug(kind), "out");
        var error = Path.Combine(folder, Slug(kind), "error.txt");
        Assert.False(File.Exists(error), File.Exists(error) ? await File.ReadAllTextAsync(error) : "");
        using var project = new PythonProject("", "pyproject.toml");
        kind.Write(backend, (path, text) => project.Write(path, text));
        var ours = project.Pack();
        Assert.Equal(BuiltWheel.Read(Directory.GetFiles(theirs, "*.whl").Single()), BuiltWheel.Read(ours.Files[1]));
        Assert.Equal(BuiltSdist.Read(Directory.GetFiles(theirs, "*.tar.gz").Single()), BuiltSdist.Read(ours.Files[0]));
    }

    private static bool IsSince(BackendKind kind, string version) =>
        PythonVersion.TryParse(version.Trim(), out var installed) && PythonVersion.TryParse(kind.Since, out var since) && installed >= since;

    private static string Slug(BackendKind kind) => kind.Name.Replace(' ', '-');

    private static async Task<string> BuildAsync(string backend, string probe, IReadOnlyList<BackendKind> kinds)
    {
        var folder = Directory.CreateTempSubdirectory("backend").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var python = await PythonAsync(probe, Path.Combine(folder, "version.txt"));
        Assert.SkipWhen(python is null, $"No python3 of this machine has {backend}.");
        foreach (var kind in kinds)
        {
            kind.Write(backend, (path, text) => Write(Path.Combine(folder, Slug(kind), "project", path), text));
        }

        string[] arguments = ["-B", "-c", Script, backend, .. kinds.Select(kind => Path.Combine(folder, Slug(kind), "project"))];
        var result = await ChildProcess.RunAsync(python!, arguments, timeout: TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, result.Output);
        return folder;
    }

    /// <summary>Debian's own Python has Debian's backends, whichever stands first on PATH.</summary>
    private static async Task<string?> PythonAsync(string probe, string versionFile)
    {
        foreach (var python in new[] { Peers.TryFind("python3"), "/usr/bin/python3" }.Where(python => python is not null && File.Exists(python)))
        {
            var result = await ChildProcess.RunAsync(python!, ["-c", probe]);
            if (result.ExitCode == 0)
            {
                await File.WriteAllTextAsync(versionFile, result.StandardOutput);
                return python;
            }
        }

        return null;
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
