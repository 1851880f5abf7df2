namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Where a publishing job of a GitLab pipeline publishes.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Index">The index, in the form that <c>--pypi-index</c> accepts.</param>
/// <param name="Audience">The audience of its identity tokens.</param>
/// <param name="Environment">The deployment environment.</param>
/// <param name="Page">The page that GitLab shows as the deployment's address; null when it is not known.</param>
internal sealed record GitLabDestination(string Job, string Index, string Audience, string Environment, string? Page);
