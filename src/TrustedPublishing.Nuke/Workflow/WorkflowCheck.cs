using System.Reflection;
using Nuke.Common;
using Nuke.Common.Utilities;
using Serilog;

namespace TrustedPublishing.Nuke;

/// <summary>What the target <c>CheckWorkflow</c> does.</summary>
internal static class WorkflowCheck
{
    public static void Execute(INukeBuild build)
    {
        var differing = build.GetType().GetCustomAttributes<TrustedPublishingWorkflowAttribute>().Where(workflow => !IsCurrent(build, workflow)).Select(workflow => workflow.RegisteredWorkflow).ToList();
        if (differing.Count > 0)
        {
            throw new TargetFailedException($"Not what would be generated: {string.Join(", ", differing)}, see above. Run any target locally, which writes the file, and commit it.");
        }
    }

    /// <summary>The lines that two texts do not share, in their order: <c>-</c> for the committed one, <c>+</c> for the generated one.</summary>
    public static IEnumerable<string> Difference(string committed, string generated)
    {
        var (old, now) = (committed.Split('\n'), generated.Split('\n'));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(start).Reverse().Zip(now.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return
        [
            $"@@ line {start + 1} @@",
            .. old[start..(old.Length - end)].Select(line => $"-{line}"),
            .. now[start..(now.Length - end)].Select(line => $"+{line}"),
        ];
    }

    /// <summary>The workflow without NUKE's header, which is a comment.</summary>
    public static string Body(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var start = lines.IndexOf("\nname: ", StringComparison.Ordinal);
        return start < 0 ? lines : lines[(start + 1)..];
    }

    /// <summary>What is generated, below NUKE's header.</summary>
    public static string Text(TrustedPublishingWorkflowAttribute workflow, RepositoryFacts facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" })
        {
            new ReleaseWorkflow(WorkflowPlanner.Plan(workflow, facts)).Write(workflow.CreateWriter(writer));
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool IsCurrent(INukeBuild build, TrustedPublishingWorkflowAttribute workflow)
    {
        var file = build.RootDirectory / ".github" / "workflows" / workflow.RegisteredWorkflow;
        var committed = File.Exists(file) ? Body(File.ReadAllText(file)) : "";
        var generated = Text(workflow, RepositoryFacts.Of(build, workflow.Repository));
        if (committed == generated)
        {
            Log.Information("{File:l} is what would be generated", workflow.RegisteredWorkflow);
            return true;
        }

        Log.Error("{File:l} {Verdict:l}", workflow.RegisteredWorkflow, committed.Length == 0 ? "is missing" : "differs from what would be generated");
        foreach (var line in committed.Length == 0 ? [] : Difference(committed, generated))
        {
            Log.Information("{Line:l}", line);
        }

        return false;
    }
}
