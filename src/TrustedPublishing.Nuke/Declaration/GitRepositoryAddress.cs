namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The location of a hosted repository.</summary>
/// <param name="Host">For example <c>github.com</c>.</param>
/// <param name="Owner">The owner; on GitLab the group path.</param>
/// <param name="Name">The repository's name.</param>
internal sealed record GitRepositoryAddress(string Host, string Owner, string Name);
