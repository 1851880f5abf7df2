using System.Text.RegularExpressions;
using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What the jobs of a GitLab pipeline have in common.</summary>
internal abstract class GitLabJob(GitLabPlan plan) : ConfigurationEntity
{
    /// <summary>The file that hands the seals over: GitLab reads it into variables of the jobs that need this one.</summary>
    protected const string Seals = "seals.env";

    protected const string BuildSeal = "SEAL_OF_BUILD";

    protected static SealedPart Distributions { get; } = new("distributions", "SEAL_OF_DISTRIBUTIONS");

    protected GitLabPlan Plan { get; } = plan;

    /// <summary>The beginning of each job: where and when it runs.</summary>
    protected void WriteStart(CustomFileWriter writer, string stage, string image, bool tags, IReadOnlyList<string> byHand)
    {
        writer.WriteLine($"stage: {stage}");
        writer.WriteLine($"image: {Yaml.Quote(image)}");
        if (Plan.RunnerTags.Count > 0)
        {
            writer.WriteLine($"tags: [{string.Join(", ", Plan.RunnerTags.Select(Yaml.Quote))}]");
        }

        writer.WriteLines(
            $"""
            inherit: # nothing of what other jobs are given: no commands, no variables, no cache
              default: false
              variables: false
            cache: []
            timeout: {Plan.TimeoutMinutes} minutes
            interruptible: false # an upload cannot be taken back
            rules:
              - if: {Yaml.Quote($"$CI_PROJECT_PATH !~ /^{Escaped(Plan.Repository)}$/i")} # not in forks: they are not the registered publisher
                when: never
            """);
        using (writer.Indent())
        {
            foreach (var tag in tags ? Plan.Tags : [])
            {
                writer.WriteLine($"- if: {Yaml.Quote($"$CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_TAG =~ /^{Pattern(tag)}$/")}");
            }

            if (Plan.NewPipeline)
            {
                writer.WriteLine("- if: '$CI_PIPELINE_SOURCE == \"web\"'");
                writer.WriteLines(byHand);
            }
        }
    }

    protected static void WriteCommands(CustomFileWriter writer, string key, IEnumerable<string> blocks)
    {
        writer.WriteLine($"{key}:");
        using (writer.Indent())
        {
            foreach (var block in blocks)
            {
                writer.WriteLine("- |");
                using (writer.Indent())
                {
                    writer.WriteLines(block);
                }
            }
        }
    }

    private static string Pattern(string tag) => Escaped(tag).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", @"[^\/]*", StringComparison.Ordinal);

    private static string Escaped(string text) => Regex.Escape(text).Replace("/", @"\/", StringComparison.Ordinal);
}
