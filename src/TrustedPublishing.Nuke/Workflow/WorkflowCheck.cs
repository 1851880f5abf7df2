using DiffPlex;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The implementation of the target <c>CheckWorkflow</c>.</summary>
internal static class WorkflowCheck
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <param name="read">Reads what is checked, which can fail as well.</param>
    public static Task ExecuteAsync(Func<WorkflowCheckRequest> read) => TargetRun.ExecuteAsync(ManualSection.WorkflowOutOfDate, async () =>
    {
        var request = read();
        if (request.UpdatesPins)
        {
            await UpdatePinsAsync(request);
        }

        Check(request);
    });

    /// <summary>Writes pins that are newer than the built-in ones; they are kept when the file is generated again.</summary>
    private static async Task UpdatePinsAsync(WorkflowCheckRequest request)
    {
        var options = new PublishOptions { Index = PackageIndex.PyPI, Distributions = [], OnSecret = SecretMask.Apply };
        var access = GitHubAccess.CreateForAnyPublisher(options, request.GitHubToken);
        using var api = new GitHubApi(access.Value ?? throw new Failure($"{access.WhyNot} No pin was renewed."), Deadline);
        var update = new PinUpdate(new(api), options.Time.GetUtcNow(), request.PinCoolDown);
        foreach (var workflow in request.Workflows.OfType<TrustedPublishingWorkflowAttribute>())
        {
            if (Committed(request.GitFolder, workflow) is { } text)
            {
                var file = Path.Combine(request.GitFolder, ((IGenerateWorkflow)workflow).GeneratedFile);
                await File.WriteAllTextAsync(file, await update.RenewAsync(text, [.. workflow.Pins.Select(pin => pin.Split('@')[0])]));
            }
        }
    }

    private static void Check(WorkflowCheckRequest request)
    {
        var differing = request.Workflows.Where(workflow => !IsCurrent(request, workflow)).Select(workflow => workflow.GeneratedFile).ToList();
        if (differing.Count > 0)
        {
            throw new Failure($"Out of date: {string.Join(", ", differing)}, see above. Run any target locally, which writes the file, and commit it.");
        }
    }

    /// <summary>The lines in which two texts differ, in order: <c>-</c> for the committed one, <c>+</c> for the generated one.</summary>
    public static IEnumerable<string> Difference(string committed, string generated)
    {
        var difference = Differ.Instance.CreateLineDiffs(committed, generated, ignoreWhitespace: false);
        return difference.DiffBlocks.SelectMany(IEnumerable<string> (block) =>
        [
            $"@@ line {block.DeleteStartA + 1} @@",
            .. difference.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA).Select(line => $"-{line}"),
            .. difference.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB).Select(line => $"+{line}"),
        ]);
    }

    /// <summary>The file without NUKE's header: the comments at its top and the blank line after them.</summary>
    public static string Body(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var header = lines.TakeWhile(line => line.StartsWith('#')).Count();
        return string.Join('\n', header > 0 && header < lines.Length && lines[header].Length == 0 ? lines[(header + 1)..] : lines);
    }

    /// <summary>The file in the repository; null if there is none.</summary>
    /// <exception cref="Failure">It cannot be read.</exception>
    public static string? Committed(string gitFolder, IDeclarePublisher workflow)
    {
        try
        {
            return RegularFile.ReadTextIfAny(Path.Combine(gitFolder, workflow.GeneratedFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"{workflow.GeneratedFile} cannot be read: {exception.Message} Delete it; the next local run of the build generates it again.", exception);
        }
    }

    /// <summary>Decisions and possible omissions that are not visible in the file.</summary>
    public static void LogHints(IGenerateWorkflow workflow, RepositoryFacts facts)
    {
        foreach (var pin in facts.NewerPins.Where(pin => workflow is not TrustedPublishingWorkflowAttribute { Pins: var given } || !given.Any(text => text.StartsWith($"{pin.Repository}@", StringComparison.OrdinalIgnoreCase))))
        {
            BuildLog.Information($"{pin.Repository} {pin.Version} in {workflow.GeneratedFile} is newer than the built-in pin and is kept. Check its commit against the tag in the action's repository.");
        }

        if (workflow is GeneratedReleaseAttribute settings && facts.VersionTool?.Lacks(SourceOptions.FromSettings(settings)) is { } lacking)
        {
            BuildLog.Warning($"{workflow.GeneratedFile}: {lacking}");
        }
    }

    private static bool IsCurrent(WorkflowCheckRequest request, IGenerateWorkflow workflow)
    {
        var committed = Body(Committed(request.GitFolder, workflow) ?? "");
        var facts = request.ReadFacts(workflow);
        var generated = YamlWriter.Text(workflow.Generate(facts));
        LogRepository(workflow, facts, committed == generated);
        LogHints(workflow, facts);
        if (committed == generated)
        {
            BuildLog.Information($"{workflow.GeneratedFile} is up to date");
            return true;
        }

        BuildLog.Error($"{workflow.GeneratedFile} {(committed.Length == 0 ? "is missing" : "differs from what would be generated")}");
        foreach (var line in committed.Length == 0 ? [] : Difference(committed, generated))
        {
            BuildLog.Information(line);
        }

        return false;
    }

    /// <summary>The file depends on the repository, which a clone may not know, or which differs in a fork.</summary>
    private static void LogRepository(IGenerateWorkflow workflow, RepositoryFacts facts, bool isCurrent)
    {
        if (facts.Repository is null)
        {
            BuildLog.Warning($"The repository is unknown because there is no git remote 'origin' on {workflow.Provider}, so the file can detect forks only at run time. Declare it: Repository = \"owner/name\".");
        }
        else if (!isCurrent && workflow.RegisteredRepository is null)
        {
            BuildLog.Information($"The repository {facts.Repository} was taken from the git remote 'origin'. If that can differ, as in a fork, declare it: Repository = \"owner/name\".");
        }
    }
}
