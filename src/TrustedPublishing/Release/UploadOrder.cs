namespace TrustedPublishing.Release;

/// <summary>
/// The order in which files are sent. The first file of a release is sent alone, because it creates the release and its metadata on the index; it
/// is the smallest, because nothing else is sent meanwhile. The others follow from large to small, so that no large file starts last.
/// </summary>
internal static class UploadOrder
{
    public static IEnumerable<PlannedFile> Sort(IEnumerable<PlannedFile> files)
    {
        var largestFirst = files.OrderByDescending(file => file.Distribution.Size)
            .ThenByDescending(file => file.Distribution.FileName.Text, StringComparer.Ordinal).ToList();
        return largestFirst.TakeLast(1).Concat(largestFirst.SkipLast(1));
    }
}
