namespace TrustedPublishing.Nuke.GitHub;

/// <summary>Who may approve a deployment.</summary>
/// <param name="Type"><c>User</c> or <c>Team</c>.</param>
/// <param name="Id">GitHub's ID of the user or team.</param>
/// <param name="Name">The login, or the team's slug.</param>
internal sealed record GitHubReviewer(string Type, long Id, string Name)
{
    public override string ToString() => Type == "User" ? Name : $"the team {Name}";
}
