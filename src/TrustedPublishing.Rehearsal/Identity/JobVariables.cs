using TrustedPublishing.Identity;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The environment variables that the CI system sets for a job.</summary>
internal static class JobVariables
{
    public static Dictionary<string, string> Create(RehearsalJob job, IdentityIssuer issuer, string audience, Uri tokenUrl) =>
        job.Provider is PublisherProvider.GitHub ? GitHub(job, issuer, tokenUrl) : GitLab(job, issuer, audience, tokenUrl);

    private static Dictionary<string, string> GitHub(RehearsalJob job, IdentityIssuer issuer, Uri tokenUrl)
    {
        var repository = $"{job.Owner}/{job.Repository}";
        Dictionary<string, string> variables = new()
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = "octocat",
            ["GITHUB_API_URL"] = "https://api.github.com",
            ["GITHUB_EVENT_NAME"] = job.Event,
            ["GITHUB_JOB"] = "publish",
            ["GITHUB_REF"] = job.Ref,
            ["GITHUB_REF_NAME"] = job.Ref.Split('/', 3)[^1],
            ["GITHUB_REF_TYPE"] = job.Ref.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag" : "branch",
            ["GITHUB_REPOSITORY"] = repository,
            ["GITHUB_REPOSITORY_OWNER"] = job.Owner,
            ["GITHUB_REPOSITORY_OWNER_ID"] = job.OwnerId,
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_RUN_ID"] = job.RunId,
            ["GITHUB_RUN_NUMBER"] = "10",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_SHA"] = job.Sha,
            ["GITHUB_WORKFLOW"] = "release",
            ["GITHUB_WORKFLOW_REF"] = $"{repository}/.github/workflows/{job.Workflow}@{job.Ref}",
            ["RUNNER_ENVIRONMENT"] = "github-hosted",
        };
        if (job.MayAskForIdentity)
        {
            variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = tokenUrl.AbsoluteUri;
            variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = issuer.Start(job);
        }

        return variables;
    }

    private static Dictionary<string, string> GitLab(RehearsalJob job, IdentityIssuer issuer, string audience, Uri tokenUrl)
    {
        var reference = job.Ref.Split('/', 3)[^1];
        Dictionary<string, string> variables = new()
        {
            ["CI"] = "true",
            ["GITLAB_CI"] = "true",
            ["CI_COMMIT_REF_NAME"] = reference,
            ["CI_COMMIT_SHA"] = job.Sha,
            ["CI_CONFIG_PATH"] = job.Workflow,
            ["CI_JOB_NAME"] = "publish",
            ["CI_PIPELINE_ID"] = job.RunId,
            ["CI_PIPELINE_SOURCE"] = job.Event,
            ["CI_PROJECT_NAMESPACE"] = job.Owner,
            ["CI_PROJECT_PATH"] = $"{job.Owner}/{job.Repository}",
            ["CI_SERVER_URL"] = tokenUrl.GetLeftPart(UriPartial.Authority), // who gives the tokens, although they say gitlab.com as PyPI wants it
        };
        if (job.Ref.StartsWith("refs/tags/", StringComparison.Ordinal))
        {
            variables["CI_COMMIT_TAG"] = reference;
        }

        if (job.Environment is not null)
        {
            variables["CI_ENVIRONMENT_NAME"] = job.Environment;
        }

        if (job.MayAskForIdentity)
        {
            variables[GitLabCi.VariableFor(audience)] = issuer.Issue(job, audience);
            variables["SIGSTORE_ID_TOKEN"] = issuer.Issue(job, "sigstore");
        }

        return variables;
    }
}
