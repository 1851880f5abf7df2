using System.Runtime.ExceptionServices;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging;

/// <summary>
/// Packs a Python project as its <c>pyproject.toml</c> describes it, without Python: an sdist (PEP 625) and a <c>py3-none-any</c> wheel
/// (PEP 427), or with <see cref="PackagingOptions.Platforms"/> one wheel per platform, with the lowest core metadata version that supports its fields.
/// The same input produces the same bytes, regardless of time, folder and file order on disk.
/// </summary>
/// <remarks>
/// <para>It packs projects that need no code to run: metadata from the <c>[project]</c> table or the backend's own settings,
/// and the files that setuptools, hatchling, flit, poetry-core, pdm-backend or uv_build would include. Everything that requires running the
/// backend is reported as a finding that names the key.</para>
/// <para>The compressed bytes depend on the runtime's zlib; another major version of .NET may compress the same content differently.</para>
/// </remarks>
public sealed class DistributionPackager(PackagingOptions options)
{
    /// <summary>Writes the distributions in parallel. Everything that PyPI would reject is found before a file gets its final name.</summary>
    /// <exception cref="PackagingException">The project cannot be packed; the exception contains all findings, and nothing was written.</exception>
    public PackagedDistributions Pack(CancellationToken cancellationToken = default)
    {
        var packaged = ProjectInspection.Inspect(options, options.Environment ?? ProcessEnvironment.Variables());
        var folder = Directory.CreateDirectory(options.OutputDirectory).FullName;
        var drafts = new List<Draft>();
        try
        {
            drafts.AddRange(options.Formats.Distinct().SelectMany(kind => Draft.CreateAll(folder, packaged, kind)));
            var findings = new IReadOnlyList<Finding>[drafts.Count];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            Run(() => Parallel.For(0, drafts.Count, parallel, number =>
            {
                drafts[number].Write();
                findings[number] = drafts[number].Judge(options.Time.GetUtcNow());
            }));
            var complaints = new FindingList(packaged.Folder.Absolute("pyproject.toml"));
            findings.SelectMany(each => each).Where(finding => finding.Severity == FindingSeverity.Error).ToList()
                .ForEach(finding => complaints.Add(Diagnostics.Refused(finding)));
            complaints.ThrowIfAny();
            drafts.ForEach(draft => draft.Accept());
            IReadOnlyList<string> files = [.. drafts.Select(draft => draft.Path)];
            return new()
            {
                Name = packaged.Project.Name,
                Version = packaged.Project.Version,
                Files = files,
                Warnings = [.. packaged.Warnings, .. SizeWarnings.Check(files)],
            };
        }
        finally
        {
            drafts.ForEach(draft => draft.Discard());
        }
    }

    /// <summary>Throws the original exception of a parallel operation.</summary>
    private static void Run(Action parallel)
    {
        try
        {
            parallel();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
