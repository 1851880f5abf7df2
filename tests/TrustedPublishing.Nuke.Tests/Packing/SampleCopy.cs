using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>A copy of a sample outside this repository, in which its own build is run as by a user.</summary>
internal sealed partial class SampleCopy : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly string sample;

    public SampleCopy(string sample)
    {
        this.sample = sample;
        var folder = RepositoryRoot.Combine("tests", "samples", sample);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(folder, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "packages" or "artifacts" or ".nuke"))
            {
                directory.Write(relative, File.ReadAllText(file));
            }
        }

        Directory.CreateDirectory(directory.Combine(".nuke"));
    }

    public string Folder => directory.Path;

    public string Distributions => directory.Combine("artifacts", "distributions");

    public IReadOnlyList<string> Wheels => [.. Directory.EnumerateFiles(Distributions, "*.whl").Order(StringComparer.Ordinal)];

    /// <summary>Runs the sample's own build; if a required tool or package is not available, the test is skipped with the reason.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync("TrustedPublishing.Samples.dll", sample, arguments, null);

    /// <summary>Runs one of the tests' builds instead, in the same folder.</summary>
    public Task<string> RunAsync(string build, string[] arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        RunAsync("TrustedPublishing.Nuke.Builds.dll", build, arguments, environment);

    private async Task<string> RunAsync(string assembly, string build, string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var variables = SampleRepository.Variables(build, environment);
        variables["SAMPLE"] = build;
        variables["PackageStandIns"] = null; // of this repository, and not of the sample's
        var result = await ChildProcess.RunAsync(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments, "--root", Folder], Folder, variables, cancellationToken: TestContext.Current.CancellationToken);
        var missing = Missing().Match(result.Output);
        Assert.SkipWhen(missing.Success, $"This machine cannot publish the sample: {missing.Value.Trim()}");
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    public void Dispose() => directory.Dispose();

    [GeneratedRegex(@"error NU11(?:01|02|03)[^\n]*|error NU1301[^\n]*|Platform linker \([^\n]*not found[^\n]*|error NETSDK1207[^\n]*")]
    private static partial Regex Missing();
}
