using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>
/// Public projects, each in a subfolder of the folder named by the environment variable REAL_PROJECTS (for example unpacked Debian source packages):
/// the packed files equal those built by the project's own build backend, or the project is rejected with the key.
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

    public static TheoryData<string> Projects => [.. Environment.GetEnvironmentVariable("REAL_PROJECTS") is { Length: > 0 } folder
        ? Directory.EnumerateDirectories(folder).Where(project => File.Exists(Path.Combine(project, "pyproject.toml"))).Order(StringComparer.Ordinal)
        : (IEnumerable<string>)[""]];

    public void Dispose() => work.Dispose();

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task AreBuiltAsTheirOwnBackendsBuildThem(string project)
    {
        Assert.SkipWhen(project.Length == 0, "REAL_PROJECTS names no folder of projects.");
        if (Pack(project) is not { } packed)
        {
            return;
        }

        var theirs = await BuiltAsync(project, PythonProjectFile.Read(project).BuildBackend ?? "setuptools.build_meta");
        Assert.Equal(BuiltWheel.Read(Directory.GetFiles(theirs, "*.whl").Single()), BuiltWheel.Read(packed.Files.Single(file => file.EndsWith(".whl", StringComparison.Ordinal))));
        Assert.Equal(BuiltSdist.Read(Directory.GetFiles(theirs, "*.tar.gz").Single()), BuiltSdist.Read(packed.Files.Single(file => file.EndsWith(".gz", StringComparison.Ordinal))));
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

    private async Task<string> BuiltAsync(string project, string backend)
    {
        var (copy, built) = (work.Combine("copy"), Directory.CreateDirectory(work.Combine("theirs")).FullName);
        foreach (var file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(project, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var printed = "";
        foreach (var python in new[] { Peers.TryFind("python3"), "/usr/bin/python3" }.Where(python => python is not null && File.Exists(python)))
        {
            var result = await ChildProcess.RunAsync(python!, ["-B", "-c", Script, backend, copy, built], timeout: TimeSpan.FromMinutes(3), cancellationToken: TestContext.Current.CancellationToken);
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
