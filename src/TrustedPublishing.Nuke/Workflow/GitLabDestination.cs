namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The destination of a publishing job in a GitLab pipeline.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Index">The index, in the form that <c>--pypi-index</c> accepts.</param>
/// <param name="Audience">The audience of its identity tokens.</param>
/// <param name="Environment">The deployment environment.</param>
/// <param name="Page">The URL that GitLab shows for the deployment; null if it is unknown.</param>
internal sealed record GitLabDestination(string Job, string Index, string Audience, string Environment, string? Page);
