using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Rehearsing;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke;

/// <summary>A build that packs a Python project into distributions.</summary>
public interface IPackDistributions : IBuildDistributions
{
    /// <summary>Existing distributions to use instead of packing: paths or globs. Default: none, so the project is packed.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Existing distributions to use instead of packing the project: files or globs, separated by ';'", Separator = ";")]
    string[]? Distributions => TryGetValue(() => Distributions);

    /// <summary>A version computed by the build. Needed, and allowed, when <c>pyproject.toml</c> lists <c>version</c> as dynamic.</summary>
    string? PythonVersion => null;

    /// <summary>Last changes to how the project is packed. Returns <paramref name="options"/> unchanged by default.</summary>
    PackagingOptions ConfigurePack(PackagingOptions options) => options;

    /// <summary>Writes a source distribution and a wheel into <see cref="IHazPythonProject.DistributionsDirectory"/>, with <c>SHA256SUMS</c> beside them.</summary>
    Target Pack => _ => _
        .Description("Pack the Python project into a source distribution and a wheel")
        .DependsOn<IBuildDistributions>()
        .Requires(() => StartCheck.Passes(this))
        .OnlyWhenStatic(() => StartCheck.Packs(this), "--distributions is not given")
        .Produces(DistributionsDirectory / "*")
        .Executes(() => PackRun.Execute(this));
}
