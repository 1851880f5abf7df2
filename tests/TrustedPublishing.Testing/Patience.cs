namespace TrustedPublishing.Testing;

/// <summary>
/// How long a test waits for what must come. No test measures time: the limit only ends a run that hangs, so it holds on a machine with many
/// times more to do than it has processors.
/// </summary>
public static class Patience
{
    /// <summary>For one answer, or for one program to end.</summary>
    public static TimeSpan Limit => TimeSpan.FromMinutes(20);
}
