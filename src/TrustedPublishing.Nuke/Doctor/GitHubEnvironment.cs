namespace TrustedPublishing.Nuke;

/// <summary>How a deployment environment is protected.</summary>
internal sealed record GitHubEnvironment(bool HasReviewers, bool LimitsRefs, bool AdministratorsBypass);
