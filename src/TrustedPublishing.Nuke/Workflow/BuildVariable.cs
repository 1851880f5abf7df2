using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A variable for the jobs that build, and never for those that publish.</summary>
internal sealed partial record BuildVariable(string Name, string Value)
{
    /// <summary>Parses <c>NAME=value</c>; null if the text has a different form.</summary>
    public static BuildVariable? OfVariable(string text) => Assignment().Match(text) is { Success: true } match ? new(match.Groups["name"].Value, match.Groups["value"].Value) : null;

    /// <summary>Parses <c>NAME</c>, or <c>NAME=SECRET</c> if the secret has another name; null if the text has a different form.</summary>
    public static BuildVariable? OfSecret(string text) =>
        Secret().Match(text) is { Success: true } match
            ? new(match.Groups["name"].Value, $"${{{{ secrets.{(match.Groups["secret"].Success ? match.Groups["secret"] : match.Groups["name"]).Value} }}}}")
            : null;

    /// <summary>Why a variable cannot be passed to a build job; null if it can.</summary>
    public string? Problem => Foreign().IsMatch(Name) ? $"{Name} is set by the CI system or by the generated job itself" : null;

    /// <summary>The mapping with the variables added after its other entries; null if there are none.</summary>
    public static YamlMap? Write(IEnumerable<BuildVariable> variables, YamlMap map)
    {
        foreach (var variable in variables)
        {
            map.Add(variable.Name, variable.Value);
        }

        return map.Any() ? map : null;
    }

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:=(?<secret>[A-Za-z_][A-Za-z0-9_]*))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\A(?:GITHUB_(?!TOKEN\z)|RUNNER_|ACTIONS_|CI\z|CI_|GITLAB_|GIT_|LEG\z|RUNTIMES\z|NUKE_TELEMETRY_OPTOUT\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
