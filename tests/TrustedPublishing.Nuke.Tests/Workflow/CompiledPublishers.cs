using System.Collections.Concurrent;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>What the job that compiles the publisher hands over, and its seal. The same job gives the same, so each is compiled once and kept.</summary>
internal static class CompiledPublishers
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(byte[] Archive, string Seal)>>> Compiled = new(StringComparer.Ordinal);

    /// <param name="job">The job as text: another text is another job.</param>
    /// <param name="compile">Plays the job.</param>
    public static Task<(byte[] Archive, string Seal)> GetAsync(string job, Func<Task<(byte[] Archive, string Seal)>> compile) =>
        Compiled.GetOrAdd(job, _ => new(compile)).Value;
}
