using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>
/// Public projects: the packed files equal those built by the project's own build backend, or the project is rejected with the key. The projects are
/// those that <c>./build.sh InstallPeers</c> unpacked, the one that npm contains, and the subfolders of the folder named by the environment variable
/// REAL_PROJECTS.
/// </summary>
public sealed class RealProjects : IDisposable
{
    private const string Script = """
        import importlib, os, sys
        backend, folder, out = sys.argv[1:]
        os.chdir(folder)
        backend = importlib.import_module(backend)
        backend.build_sdist(out)
        backend.build_wheel(out)
        """;

    private readonly TemporaryDirectory work = new();

    public static TheoryData<string> Projects => [.. All().DefaultIfEmpty("")];

    public void Dispose() => work.Dispose();

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task ArePackedAsTheirOwnBackendsBuildThem(string project)
    {
        Assert.SkipWhen(project.Length == 0, "There is no project: run './build.sh InstallPeers', or name a folder of projects in REAL_PROJECTS.");
        var copy = Copy(project);
        if (Pack(copy) is not { } packed)
        {
            return;
        }

        var theirs = await BuiltAsync(copy, PythonProjectFile.Read(copy).BuildBackend ?? "setuptools.build_meta");
        var (wheel, sdist) = (Directory.GetFiles(theirs, "*.whl").Single(), Directory.GetFiles(theirs, "*.tar.gz").Single());
        var (ourWheel, ourSdist) = (packed.Files.Single(file => file.EndsWith(".whl", StringComparison.Ordinal)), packed.Files.Single(file => file.EndsWith(".gz", StringComparison.Ordinal)));
        var licences = Licences(BuiltWheel.Read(wheel)).Count == 0 ? Licences(BuiltWheel.Read(ourWheel)) : [];
        Assert.Equal(BuiltWheel.Read(wheel, licences), BuiltWheel.Read(ourWheel, licences));
        Assert.Equal(BuiltSdist.Read(sdist, licences), BuiltSdist.Read(ourSdist, licences));
    }

    /// <summary>The licence files that a wheel lists; older backends do not know them and include some of them or none.</summary>
    private static List<string> Licences(string wheel) =>
        [.. wheel.Split('\n').Where(line => line.StartsWith("License-File: ", StringComparison.Ordinal)).Select(line => line["License-File: ".Length..])];

    private static IEnumerable<string> All()
    {
        string?[] folders = [RepositoryRoot.Combine("artifacts", "projects"), Environment.GetEnvironmentVariable("REAL_PROJECTS")];
        var npm = Peers.TryFind("npm") is { } program ? Path.GetDirectoryName(new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program)! : null;
        return folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder!)).Append(Path.Combine(npm ?? "", "..", "node_modules", "node-gyp", "gyp"))
            .Where(project => File.Exists(Path.Combine(project, "pyproject.toml")) || File.Exists(Path.Combine(project, "setup.py"))).Order(StringComparer.Ordinal);
    }

    /// <summary>Null for a project that is rejected; the message must name its key or file.</summary>
    private PackagedDistributions? Pack(string project)
    {
        try
        {
            return new DistributionPackager(new() { ProjectDirectory = project, OutputDirectory = work.Combine("ours"), Environment = new Dictionary<string, string>() }).Pack(TestContext.Current.CancellationToken);
        }
        catch (PackagingException refusal)
        {
            TestContext.Current.SendDiagnosticMessage($"{Path.GetFileName(project)} is refused: {string.Join("; ", refusal.Findings.Select(finding => finding.Key))}");
            Assert.All(refusal.Findings, finding => Assert.NotEmpty(finding.Key));
            return null;
        }
    }

    /// <summary>A copy outside of this repository, whose <c>.gitignore</c> would count for the project.</summary>
    private string Copy(string project)
    {
        var copy = work.Combine(Path.GetFileName(Path.GetFullPath(project)));
        foreach (var file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(project, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private async Task<string> BuiltAsync(string copy, string backend)
    {
        var built = Directory.CreateDirectory(work.Combine("theirs")).FullName;
        var printed = "";
        foreach (var python in new[] { Peers.TryFind("python3"), "/usr/bin/python3" }.Where(python => python is not null && File.Exists(python)))
        {
            var result = await ChildProcess.RunAsync(python!, ["-B", "-c", Script, backend, copy, built], cancellationToken: TestContext.Current.CancellationToken);
            if (result.ExitCode == 0)
            {
                return built;
            }

            printed += result.StandardError;
        }

        Assert.Skip($"{backend} does not build it here: {printed.TrimEnd().Split('\n')[^1]}");
        return built;
    }
}
