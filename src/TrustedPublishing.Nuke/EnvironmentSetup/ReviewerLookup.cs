using Octokit;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Resolves the names of users and teams to GitHub's IDs, or reports all problems at once.</summary>
internal sealed class ReviewerLookup(GitHubApi api)
{
    private readonly List<string> complaints = [];

    public async Task<IReadOnlyList<GitHubReviewer>> FindAsync(IEnumerable<string> names)
    {
        List<GitHubReviewer> found = [];
        foreach (var name in names.Select(name => name.Trim().TrimStart('@')).Where(name => name.Length > 0))
        {
            if (await FindAsync(name) is { } reviewer)
            {
                found.Add(reviewer);
            }
        }

        return complaints.Count == 0 ? found : throw Failure.Create(SetUpTexts.UnknownReviewers, complaints);
    }

    private async Task<GitHubReviewer?> FindAsync(string name)
    {
        try
        {
            return name.Split('/', 2) is [var organisation, var team] ? await TeamAsync(organisation, team) : await UserAsync(name);
        }
        catch (NotFoundException)
        {
            complaints.Add(SetUpTexts.NoSuchReviewer(name));
        }
        catch (Exception exception) when (GitHubTexts.AreOf(exception) || exception is ArgumentException)
        {
            complaints.Add($"{name}: {(exception is ArgumentException ? "this is neither a user nor organisation/team." : GitHubTexts.Why(exception))}");
        }

        return null;
    }

    private async Task<GitHubReviewer?> UserAsync(string login)
    {
        var user = await api.Client.User.Get(login);
        if (user.Type is AccountType.Organization)
        {
            complaints.Add(SetUpTexts.Organisation(login));
            return null;
        }

        return new("User", user.Id, user.Login);
    }

    private async Task<GitHubReviewer> TeamAsync(string organisation, string slug)
    {
        var team = await api.Client.Organization.Team.GetByName(organisation, slug);
        return new("Team", team.Id, team.Slug);
    }
}
