namespace TrustedPublishing.Packaging;

/// <summary>
/// Packs a pure-Python project as its <c>pyproject.toml</c> describes it, without Python: an sdist (PEP 625) and a <c>py3-none-any</c> wheel
/// (PEP 427) with the lowest version of core metadata that holds its fields. The same input gives the same bytes, whatever the time, the folder or the order of files on the disk.
/// </summary>
/// <remarks>
/// <para>It packs what can be known without running the project: metadata in the <c>[project]</c> table or where the backend's own settings
/// say, and the files that setuptools, hatchling, flit, poetry-core, pdm-backend or uv_build would take. Everything that only running the
/// backend can do is a complaint that names the key.</para>
/// <para>The compressed bytes come from the runtime's zlib; another major version of .NET may compress the same content otherwise.</para>
/// </remarks>
public sealed class DistributionPackager(PackagingOptions options)
{
    /// <summary>Writes the distributions. What PyPI would refuse is found before a file gets its name.</summary>
    /// <exception cref="PackagingException">The project cannot be packed; all complaints are in it, and nothing was written.</exception>
    public PackagedDistributions Pack(CancellationToken cancellationToken = default)
    {
        var packaged = ProjectInspection.Inspect(options, options.Environment ?? ProcessEnvironment.Variables());
        var folder = Directory.CreateDirectory(options.OutputDirectory).FullName;
        var drafts = new List<Draft>();
        try
        {
            foreach (var kind in options.Formats.Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                drafts.Add(Draft.Write(folder, packaged, kind));
            }

            var complaints = new FindingList(packaged.Folder.Absolute("pyproject.toml"));
            drafts.ForEach(draft => draft.Judge(packaged, options.Time.GetUtcNow(), complaints));
            complaints.ThrowIfAny();
            drafts.ForEach(draft => draft.Accept());
            return new() { Name = packaged.Project.Name, Version = packaged.Project.Version, Files = [.. drafts.Select(draft => draft.Path)] };
        }
        finally
        {
            drafts.ForEach(draft => draft.Discard());
        }
    }
}
