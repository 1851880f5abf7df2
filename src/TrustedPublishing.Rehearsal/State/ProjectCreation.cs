using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>Whether a project may be created, and how its creation changes the state.</summary>
internal static class ProjectCreation
{
    /// <summary>Why not, or null. The name itself is checked by the rules that clients use as well.</summary>
    public static (int Status, string Text)? Rejection(IndexState state, string name, RehearsalOptions options)
    {
        if (options.NewProjectsDisabled)
        {
            return (403, $"New project registration temporarily disabled. See {Help.Url("admin-intervention")} for more information.");
        }

        if (UploadRules.OfNewProject(name).FirstOrDefault(finding => finding.Severity is FindingSeverity.Error) is { } finding)
        {
            return (400, finding.Text);
        }

        if (options.ProhibitedNames.Any(prohibited => ProjectName.Normalize(prohibited) == ProjectName.Normalize(name)))
        {
            return (400, $"The name {PythonText.Repr(name)} isn't allowed. See {Help.Url("project-name")} for more information.");
        }

        return state.Projects.Values.Any(project => Look(project.Name) == Look(name))
            ? (400, $"The name {PythonText.Repr(name)} is too similar to an existing project. See {Help.Url("project-name")} for more information.")
            : null;
    }

    /// <summary>Creates it for a user, possibly in an organisation; other users' pending publishers for a similar-looking name are removed.</summary>
    public static IndexState Create(IndexState state, string name, string owner, DateTimeOffset now, string? organization = null)
    {
        var project = new ProjectRow { Id = Guid.NewGuid(), Name = name, Created = now, Uploaders = [owner], Organization = organization };
        var stale = state.Publishers.Where(row => row.IsPending && row.Publisher.AddedBy != owner && Look(row.PendingProject!) == Look(name));
        return (state with { Publishers = state.Publishers.RemoveRange(stale) }).With(project);
    }

    /// <summary>The form in which names that look alike are equal.</summary>
    public static string Look(string name) => string.Concat(name.ToLowerInvariant().Where(character => character is not ('.' or '_' or '-')).Select(character => character switch
    {
        'l' or 'i' => '1',
        'o' => '0',
        _ => character,
    }));
}
