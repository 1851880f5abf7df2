namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Which parts of the repository the jobs that compile and build fetch.</summary>
/// <param name="Depth">The number of commits; 0 for all, with all tags.</param>
/// <param name="Tags">Whether to fetch all tags.</param>
/// <param name="Submodules">Which submodules to check out.</param>
/// <param name="Lfs">Whether to fetch Git LFS files.</param>
internal sealed record SourceOptions(int Depth, bool Tags, SubmoduleCheckout Submodules, bool Lfs)
{
    public static SourceOptions FromSettings(GeneratedReleaseAttribute settings) => new(settings.FetchDepth, settings.FetchTags, settings.Submodules, settings.Lfs);
}
