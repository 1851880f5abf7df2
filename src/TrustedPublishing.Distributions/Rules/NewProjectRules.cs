using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>Whether a name is allowed for a new project.</summary>
internal static class NewProjectRules
{
    private const string Help = "See https://pypi.org/help/#project-name for more information.";
    private const string Rename = "Choose another name for the project.";

    /// <summary>The publicly known names on the list that PyPI's administrators maintain.</summary>
    private static readonly HashSet<string> Prohibited = ["requirements-txt", "rrequirements-txt"];

    public static IEnumerable<Finding> Check(string name)
    {
        var (text, remedy) = !ProjectName.IsValid(name)
            ? ($"The name {PythonText.Repr(name)} is invalid.", "Use ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends.")
            : StandardLibrary.Names.Contains(ProjectName.Normalize(name))
                ? ($"The name {PythonText.Repr(name)} isn't allowed (conflict with Python Standard Library module name). {Help}", Rename)
            : Prohibited.Contains(ProjectName.Normalize(name)) ? ($"The name {PythonText.Repr(name)} isn't allowed. {Help}", Rename)
            : (null, "");
        return text is null ? [] : [new(FindingSeverity.Error, null, text, remedy)];
    }
}
