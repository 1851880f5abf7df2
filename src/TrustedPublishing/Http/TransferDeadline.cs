namespace TrustedPublishing.Http;

/// <summary>The deadline of one attempt: the time a slow connection needs for this size, plus the time the index needs to process the file.</summary>
internal static class TransferDeadline
{
    private const double SlowestLine = 100 << 10; // bytes per second

    private static readonly TimeSpan Server = TimeSpan.FromSeconds(120);

    public static TimeSpan For(long size) => Server + TimeSpan.FromSeconds(size / SlowestLine);
}
