using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Packing;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke;

/// <summary>A build that packs a Python project into distributions.</summary>
public interface IPackDistributions : IBuildDistributions
{
    /// <summary>
    /// Existing distributions to use instead of packing: paths or globs. If <see cref="Pack"/> is an invoked target, they are copied to
    /// <see cref="IHazPythonProject.DistributionsDirectory"/>, where they replace other files. Default: none, so the project is packed.
    /// </summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Existing distributions to use instead of packing the project: files or globs, separated by ';'. The target Pack copies them to artifacts/distributions - default: the project is packed", Separator = ";")]
    string[]? Distributions => TryGetValue(() => Distributions);

    /// <summary>
    /// The tool that builds the distributions. Default: this library if possible, otherwise the project's own build backend, run by <c>python -m build</c>, uv or maturin.
    /// </summary>
    [Parameter("What builds the distributions: Native, Build, Uv, Hatch, Poetry, Pdm, Maturin, Cibuildwheel, or a command with {output} - default: Native, or the project's own back end")]
    PythonBackend? PythonBackend => TryGetValue(() => PythonBackend);

    /// <summary>A version computed by the build, in Python or NuGet form. Required, and only allowed, if <c>pyproject.toml</c> lists <c>version</c> as dynamic.</summary>
    string? PythonVersion => null;

    /// <summary>
    /// Names of additional environment variables for the programs that <see cref="Pack"/> starts (build backends, <c>dotnet</c>). These programs see
    /// the variables of compilers and build tools, and those in <c>Variables</c> and <c>Secrets</c> of the attribute that generates the release
    /// workflow, but no others. Default: none.
    /// </summary>
    IReadOnlyList<string> PackVariables => [];

    /// <summary>Customises how the project is packed. Returns <paramref name="options"/> unchanged by default.</summary>
    PackagingOptions ConfigurePack(PackagingOptions options) => options;

    /// <summary>Writes a source distribution and a wheel, or wheels for platforms, into <see cref="IHazPythonProject.DistributionsDirectory"/>, together with <c>SHA256SUMS</c>.</summary>
    Target Pack => _ => _
        .Description("Pack the Python project into a source distribution and wheels")
        .DependsOn<IBuildDistributions>()
        .Requires(() => StartCheck.Passes(this))
        .OnlyWhenStatic(() => StartCheck.Packs(this), "--distributions is not given, or Pack is to copy them")
        .Produces(DistributionsDirectory / "*")
        .Executes(() => PackRun.Execute(new NukeHost(this), () => PackRequests.Read(this)));
}
