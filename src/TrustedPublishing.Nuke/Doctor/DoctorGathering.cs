using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Looks at everything that the Doctor judges. What cannot be looked at becomes a reason, never an exception.</summary>
internal static class DoctorGathering
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<DoctorFacts> GatherAsync(IDoctor build, PublishOptions options)
    {
        var included = DeclaredPublisher.Included(build, options);
        var project = Project(ChosenProject.FolderOf(build), out var problem);
        return new()
        {
            Publisher = options.Publisher,
            IsForRunsByHand = DeclaredPublisher.IsForRunsByHand(build, options),
            Project = project?.Name,
            ProjectProblem = problem,
            HasProjectFile = File.Exists(build.PythonProject / "pyproject.toml"),
            Targets = ComposedTargets.Of(build),
            Version = project?.Version ?? build.PythonVersion,
            Workflows = WorkflowFile.In(GitFolder.Of(build.RootDirectory)),
            Pipeline = options.Publisher is { Provider: PublisherProvider.GitLab } gitlab ? WorkflowFile.At(Path.Combine(GitFolder.Of(build.RootDirectory), gitlab.Workflow)) : null,
            IncludedPath = included,
            Included = included is null ? null : WorkflowFile.At(Path.Combine(GitFolder.Of(build.RootDirectory), included)),
            Index = options.Index,
            Listed = await ListedAsync(options, project?.Name),
            Identity = await IdentityAsync(build.Claims, options),
            GitHub = await GitHubAsync(options, build.DoctorGitHubToken, Deadline),
            Now = options.Time.GetUtcNow(),
        };
    }

    public static async Task<LookupResult<IndexProject>> ListedAsync(PublishOptions options, string? project)
    {
        if (project is null)
        {
            return LookupResult<IndexProject>.Not("The project's name is not known.");
        }

        using var limit = new CancellationTokenSource(Deadline, options.Time);
        try
        {
            using var reader = new IndexReader(options);
            return LookupResult<IndexProject>.Seen(await reader.GetProjectAsync(project, limit.Token));
        }
        catch (PublishException exception)
        {
            return LookupResult<IndexProject>.Not(Cause(exception));
        }
        catch (OperationCanceledException)
        {
            return LookupResult<IndexProject>.Not($"{options.Index} did not answer within {Deadline.TotalSeconds:0} seconds.");
        }
    }

    public static async Task<LookupResult<CiIdentity>> IdentityAsync(string? claims, PublishOptions options)
    {
        try
        {
            return LookupResult<CiIdentity>.Seen(claims is null
                ? await CiIdentity.DetectAsync(options, DeclaredPublisher.IsTestPyPI(options.Index) ? DeclaredPublisher.TestPyPI : "pypi")
                : CiIdentity.FromJson(await File.ReadAllTextAsync(claims)));
        }
        catch (PublishException exception)
        {
            return LookupResult<CiIdentity>.Not(Cause(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new Failure($"--claims {claims} cannot be used: {exception.Message}", exception);
        }
    }

    public static async Task<LookupResult<GitHubRepository>> GitHubAsync(PublishOptions options, string? given, TimeSpan deadline)
    {
        var access = GitHubAccess.Of(options, given);
        if (access.Value is not { } found || options.Publisher is not { } publisher)
        {
            return LookupResult<GitHubRepository>.Not(access.WhyNot ?? GitHubTexts.NoPublisher);
        }

        using var api = new GitHubApi(found, deadline);
        return await new GitHubReader(api).ReadAsync(publisher);
    }

    private static PythonProjectFile? Project(string directory, out string? problem)
    {
        problem = null;
        try
        {
            return PythonProjectFile.Read(directory);
        }
        catch (PackagingException exception)
        {
            problem = exception.Message.ReplaceLineEndings(" ");
            return null;
        }
    }

    /// <summary>The failure without its remedies, which are those of a release and not of a look.</summary>
    private static string Cause(PublishException exception) =>
        exception.Message.Split("What to change:", 2)[0].ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Trim();
}
