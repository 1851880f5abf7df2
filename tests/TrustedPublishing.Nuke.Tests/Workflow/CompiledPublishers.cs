using System.Collections.Concurrent;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// The output of the job that compiles the publisher, and its seal. The same job always produces the same output, so it is compiled only once.
/// </summary>
internal static class CompiledPublishers
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(byte[] Archive, string Seal)>>> Compiled = new(StringComparer.Ordinal);

    /// <param name="job">The text of the job: a different text is a different job.</param>
    /// <param name="compile">Plays the job.</param>
    public static Task<(byte[] Archive, string Seal)> GetAsync(string job, Func<Task<(byte[] Archive, string Seal)>> compile) =>
        Compiled.GetOrAdd(job, _ => new(compile)).Value;
}
