namespace TrustedPublishing.Nuke.Declaration;

/// <summary>Where a repository is hosted.</summary>
/// <param name="Host">For example <c>github.com</c>.</param>
/// <param name="Owner">The owner; on GitLab the group path.</param>
/// <param name="Name">The repository's name.</param>
internal sealed record GitRepositoryAddress(string Host, string Owner, string Name);
