namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The claims of a job's identity token.</summary>
internal static class JobClaims
{
    /// <summary>The claims; null claims are removed later, so that they can override a standard claim.</summary>
    public static IReadOnlyDictionary<string, object?> Create(RehearsalJob job) =>
        Replaced(job.Provider is PublisherProvider.GitHub ? GitHub(job) : GitLab(job), job.Claims);

    /// <summary>As documented in docs.github.com, "OpenID Connect reference".</summary>
    private static Dictionary<string, object?> GitHub(RehearsalJob job)
    {
        var repository = $"{job.Owner}/{job.Repository}";
        var workflow = $"{repository}/.github/workflows/{job.Workflow}@{job.Ref}";
        return new()
        {
            ["iss"] = Issuers.GitHub,
            ["sub"] = job.Environment is null ? $"repo:{repository}:ref:{job.Ref}" : $"repo:{repository}:environment:{job.Environment}",
            ["environment"] = job.Environment,
            ["ref"] = job.Ref,
            ["ref_type"] = job.Ref.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag" : "branch",
            ["ref_protected"] = "false",
            ["sha"] = job.Sha,
            ["repository"] = repository,
            ["repository_id"] = "74",
            ["repository_owner"] = job.Owner,
            ["repository_owner_id"] = job.OwnerId,
            ["repository_visibility"] = "public",
            ["run_id"] = job.RunId,
            ["run_number"] = "10",
            ["run_attempt"] = "1",
            ["runner_environment"] = "github-hosted",
            ["actor"] = "octocat",
            ["actor_id"] = "583231",
            ["workflow"] = "release",
            ["workflow_ref"] = workflow,
            ["workflow_sha"] = job.Sha,
            ["job_workflow_ref"] = workflow,
            ["job_workflow_sha"] = job.Sha,
            ["head_ref"] = "",
            ["base_ref"] = "",
            ["event_name"] = job.Event,
        };
    }

    /// <summary>As documented in docs.gitlab.com, "OpenID Connect (OIDC) Authentication Using ID Tokens".</summary>
    private static Dictionary<string, object?> GitLab(RehearsalJob job)
    {
        var project = $"{job.Owner}/{job.Repository}";
        var isTag = job.Ref.StartsWith("refs/tags/", StringComparison.Ordinal);
        return new()
        {
            ["iss"] = Issuers.GitLab,
            ["sub"] = $"project_path:{project}:ref_type:{(isTag ? "tag" : "branch")}:ref:{job.Ref.Split('/', 3)[^1]}",
            ["environment"] = job.Environment,
            ["project_path"] = project,
            ["project_id"] = "74",
            ["namespace_path"] = job.Owner,
            ["namespace_id"] = job.OwnerId,
            ["ci_config_ref_uri"] = $"gitlab.com/{project}//{job.Workflow}@{job.Ref}",
            ["ci_config_sha"] = job.Sha,
            ["ref"] = job.Ref.Split('/', 3)[^1],
            ["ref_path"] = job.Ref,
            ["ref_type"] = isTag ? "tag" : "branch",
            ["ref_protected"] = "true",
            ["sha"] = job.Sha,
            ["pipeline_id"] = job.RunId,
            ["pipeline_source"] = job.Event,
            ["job_id"] = "302",
            ["user_login"] = "octocat",
            ["user_id"] = "42",
            ["runner_id"] = 1,
            ["runner_environment"] = "gitlab-hosted",
            ["project_visibility"] = "public",
        };
    }

    /// <summary>Claims with some of them replaced and others added.</summary>
    public static Dictionary<string, object?> Replaced(IEnumerable<KeyValuePair<string, object?>> claims, IEnumerable<KeyValuePair<string, object?>> by)
    {
        var result = claims.ToDictionary();
        foreach (var (name, value) in by)
        {
            result[name] = value;
        }

        return result;
    }
}
