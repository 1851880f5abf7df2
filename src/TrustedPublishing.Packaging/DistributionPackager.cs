using System.Runtime.ExceptionServices;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging;

/// <summary>
/// Packs a Python project as its <c>pyproject.toml</c> describes it, without Python: an sdist (PEP 625) and a <c>py3-none-any</c> wheel
/// (PEP 427), or with <see cref="PackagingOptions.Platforms"/> a wheel for each platform, with the lowest version of core metadata that holds its fields.
/// The same input gives the same bytes, whatever the time, the folder or the order of files on the disk.
/// </summary>
/// <remarks>
/// <para>It packs what can be known without running the project: metadata in the <c>[project]</c> table or where the backend's own settings
/// say, and the files that setuptools, hatchling, flit, poetry-core, pdm-backend or uv_build would take. Everything that only running the
/// backend can do is a complaint that names the key.</para>
/// <para>The compressed bytes come from the runtime's zlib; another major version of .NET may compress the same content otherwise.</para>
/// </remarks>
public sealed class DistributionPackager(PackagingOptions options)
{
    /// <summary>Writes the distributions, several at the same time. What PyPI would refuse is found before a file gets its name.</summary>
    /// <exception cref="PackagingException">The project cannot be packed; all complaints are in it, and nothing was written.</exception>
    public PackagedDistributions Pack(CancellationToken cancellationToken = default)
    {
        var packaged = ProjectInspection.Inspect(options, options.Environment ?? ProcessEnvironment.Variables());
        var folder = Directory.CreateDirectory(options.OutputDirectory).FullName;
        var drafts = new List<Draft>();
        try
        {
            drafts.AddRange(options.Formats.Distinct().SelectMany(kind => Draft.Of(folder, packaged, kind)));
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
                Warnings = [.. packaged.Warnings, .. SizeWarnings.Of(files)],
            };
        }
        finally
        {
            drafts.ForEach(draft => draft.Discard());
        }
    }

    /// <summary>What went wrong in one of several, as if it had been the only one.</summary>
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
