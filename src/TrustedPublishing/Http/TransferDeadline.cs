namespace TrustedPublishing.Http;

/// <summary>How long one attempt may take: what a slow line needs for the size, and what the index needs to judge the file.</summary>
internal static class TransferDeadline
{
    private const double SlowestLine = 100 << 10; // bytes per second

    private static readonly TimeSpan Server = TimeSpan.FromSeconds(120);

    public static TimeSpan For(long size) => Server + TimeSpan.FromSeconds(size / SlowestLine);
}
