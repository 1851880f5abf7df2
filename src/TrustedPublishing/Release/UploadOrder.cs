namespace TrustedPublishing.Release;

/// <summary>
/// In which order files are sent: the first of a release alone, because it creates the release and its metadata on the index, then the
/// largest, because what starts last decides the end. The smallest is the first: it costs the least time in which nothing else happens.
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
