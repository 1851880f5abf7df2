using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke;

/// <summary>Looks at everything that the Doctor judges. What cannot be looked at becomes a reason, never an exception.</summary>
internal static class DoctorGathering
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<DoctorFacts> GatherAsync(IDoctor build, PublishOptions options)
    {
        var project = Project(build.PythonProject, out var problem);
        return new()
        {
            Publisher = options.Publisher,
            Project = project?.Name,
            ProjectProblem = problem,
            Version = project?.Version,
            Workflows = WorkflowFile.In(build.RootDirectory),
            Index = options.Index,
            Listed = await ListedAsync(options, project?.Name),
            Identity = await IdentityAsync(build.Claims, options),
            GitHub = await GitHubAsync(options, build.DoctorGitHubToken, Deadline),
            Now = options.Time.GetUtcNow(),
        };
    }

    public static async Task<Looked<IndexProject>> ListedAsync(PublishOptions options, string? project)
    {
        if (project is null)
        {
            return Looked<IndexProject>.Not("The project's name is not known.");
        }

        using var limit = new CancellationTokenSource(Deadline, options.Time);
        try
        {
            using var reader = new IndexReader(options);
            return Looked<IndexProject>.Seen(await reader.GetProjectAsync(project, limit.Token));
        }
        catch (PublishException exception)
        {
            return Looked<IndexProject>.Not(Cause(exception));
        }
        catch (OperationCanceledException)
        {
            return Looked<IndexProject>.Not($"{options.Index} did not answer within {Deadline.TotalSeconds:0} seconds.");
        }
    }

    public static async Task<Looked<CiIdentity>> IdentityAsync(string? claims, PublishOptions options)
    {
        try
        {
            return Looked<CiIdentity>.Seen(claims is null
                ? await CiIdentity.DetectAsync(options, options.Index == PackageIndex.TestPyPI ? "testpypi" : "pypi")
                : CiIdentity.FromJson(await File.ReadAllTextAsync(claims)));
        }
        catch (PublishException exception)
        {
            return Looked<CiIdentity>.Not(Cause(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new TargetFailedException($"--claims {claims} cannot be used: {exception.Message}", exception);
        }
    }

    public static async Task<Looked<GitHubRepository>> GitHubAsync(PublishOptions options, string? given, TimeSpan deadline)
    {
        var environment = options.Environment;
        var token = new[] { given, environment.GetValueOrDefault("GITHUB_TOKEN"), environment.GetValueOrDefault("GH_TOKEN") }.FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (options.Publisher is not { Provider: PublisherProvider.GitHub } publisher)
        {
            return Looked<GitHubRepository>.Not("No publisher on GitHub is declared.");
        }

        if (token is null)
        {
            return Looked<GitHubRepository>.Not("No token: give --doctor-github-token, or set GITHUB_TOKEN or GH_TOKEN.");
        }

        var address = environment.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } url ? url : "https://api.github.com";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var api) || !(api.Scheme == "https" || (api.Scheme == "http" && api.IsLoopback)))
        {
            return Looked<GitHubRepository>.Not($"GITHUB_API_URL is '{address}', which is not an https address.");
        }

        using var reader = new GitHubReader(api, token, deadline);
        return await reader.ReadAsync(publisher);
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
