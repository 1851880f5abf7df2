using TrustedPublishing.Index;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Collects everything that the Doctor checks. If something cannot be read, the reason is recorded; no exception is thrown.</summary>
internal static class DoctorGathering
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<DoctorFacts> GatherAsync(DoctorRequest request)
    {
        var options = request.Options;
        var project = Project(request.ProjectFolder, out var problem);
        return new()
        {
            Publisher = options.Publisher,
            IsForRunsByHand = request.IsForRunsByHand,
            Project = project?.Name,
            ProjectProblem = problem,
            HasProjectFile = File.Exists(Path.Combine(request.ProjectFolder, "pyproject.toml")),
            Targets = request.Targets,
            Version = project?.Version ?? request.Version,
            Workflows = WorkflowFile.In(request.GitFolder),
            Pipeline = options.Publisher is { Provider: PublisherProvider.GitLab } gitlab ? WorkflowFile.At(Path.Combine(request.GitFolder, gitlab.Workflow)) : null,
            IncludedPath = request.Included,
            Included = request.Included is { } included ? WorkflowFile.At(Path.Combine(request.GitFolder, included)) : null,
            Index = options.Index,
            Listed = await ListedAsync(options, project?.Name),
            Identity = await IdentityAsync(request.Claims, options),
            GitHub = await GitHubAsync(options, request.GitHubToken, Deadline),
            Now = options.Time.GetUtcNow(),
        };
    }

    public static async Task<LookupResult<IndexProject>> ListedAsync(PublishOptions options, string? project)
    {
        if (project is null)
        {
            return LookupResult<IndexProject>.Not("The project's name is unknown.");
        }

        using var limit = new CancellationTokenSource(Deadline, options.Time);
        try
        {
            using var reader = options.OpenReader();
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
                : Saved(claims));
        }
        catch (PublishException exception)
        {
            return LookupResult<CiIdentity>.Not(Cause(exception));
        }
    }

    /// <exception cref="Failure">The file cannot be read, or holds no claims.</exception>
    public static CiIdentity Saved(string claims)
    {
        try
        {
            return CiIdentity.FromJson(RegularFile.ReadAllText(claims, RegularFile.LargestText));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new Failure($"--claims {claims} cannot be used: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    public static async Task<LookupResult<GitHubRepository>> GitHubAsync(PublishOptions options, string? given, TimeSpan deadline)
    {
        var access = GitHubAccess.Create(options, given);
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

    /// <summary>The failure without its remedies, which apply to a release and not to a check.</summary>
    private static string Cause(PublishException exception) =>
        exception.Message.Split("What to change:", 2)[0].ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Trim();
}
