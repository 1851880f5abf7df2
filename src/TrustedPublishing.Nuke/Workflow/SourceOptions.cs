namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What of the repository the jobs get that compile and build.</summary>
/// <param name="Depth">How many commits; 0 for all, with all tags.</param>
/// <param name="Tags">Whether all tags.</param>
/// <param name="Submodules">Which submodules.</param>
/// <param name="Lfs">Whether the files of Git LFS.</param>
internal sealed record SourceOptions(int Depth, bool Tags, SubmoduleCheckout Submodules, bool Lfs)
{
    public static SourceOptions FromSettings(GeneratedReleaseAttribute settings) => new(settings.FetchDepth, settings.FetchTags, settings.Submodules, settings.Lfs);
}
