using System.Text.RegularExpressions;
using static TrustedPublishing.Nuke.Workflow.CommonDiagnostics;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Invalid settings of a workflow, with what to change.</summary>
internal static partial class WorkflowDiagnostics
{
    public static IEnumerable<string> Check(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) =>
    [
        .. CommonDiagnostics.Check(settings, facts),
        .. When(!FileName().IsMatch(settings.Name), $"The name '{settings.Name}' becomes the file name registered at PyPI: use only letters, digits, '.', '_' and '-', without '.yml'."),
        .. When(settings is { OnPushTags.Length: 0, OnReleasePublished: false, OnWorkflowDispatch: false }, "It has no trigger: set OnPushTags = [\"v*\"], OnReleasePublished = true or OnWorkflowDispatch = true."),
        .. OfEnvironment(settings.Environment),
        .. OfImages(settings, facts),
        .. GitHubRunners.Complaints(settings, facts),
        .. When(string.IsNullOrWhiteSpace(settings.DotNetVersion), "DotNetVersion is empty: set the version that runs the compiled build, for example \"10.0.x\"."),
        .. When(settings.TimeoutMinutes is < 1 or > 360, $"TimeoutMinutes = {settings.TimeoutMinutes}: use 1 to 360, which is GitHub's own limit."),
        .. When(facts.Repository is not null && !Repository().IsMatch(facts.Repository), $"Repository = \"{facts.Repository}\" is not a repository on GitHub: write it as owner/name."),
        .. Texts(settings, facts).Where(text => text.Contains("${{", StringComparison.Ordinal))
            .Select(text => $"'{text}' contains an expression, whose value GitHub would insert into the commands: write the value itself, or pass it as a variable, Variables = [\"NAME=${{{{ … }}}}\"], and use \"$NAME\" in StepsBeforePack."),
        .. settings.Secrets.SelectMany(text => OfVariable("Secrets", text, BuildVariable.OfSecret(text), "NAME or NAME=SECRET")),
        .. settings.Variables.Select(BuildVariable.OfVariable).Concat(settings.Secrets.Select(BuildVariable.OfSecret)).OfType<BuildVariable>().CountBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase)
            .Where(count => count.Value > 1).Select(count => $"Variables and Secrets give {count.Key} twice: keep one."),
        .. When(settings is { GitHubRelease: not GitHubReleaseMode.None, OnPushTags.Length: 0, OnReleasePublished: false }, "GitHubRelease adds files to the release of a tag, and no tag starts this workflow: set OnPushTags = [\"v*\"]."),
        .. When(settings is { OnPushTags.Length: > 0, OnReleasePublished: true, AllowTwoRuns: false }, "Publishing a GitHub release also pushes its tag: with both OnPushTags and OnReleasePublished, a release runs and waits for approval twice. Keep one of them, or set AllowTwoRuns = true if tags and releases never coincide."),
        .. settings.Pins.SelectMany(OfPin),
        .. settings.Pins.Select(WorkflowPlanner.Pin).OfType<PinnedAction>().CountBy(pin => pin.Repository, StringComparer.OrdinalIgnoreCase)
            .Where(count => count.Value > 1).Select(count => $"Pins has several pins of {count.Key}: keep one."),
    ];

    private static IEnumerable<string> Texts(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) =>
    [
        .. settings.BuildArguments, .. settings.StepsBeforePack, .. settings.OnPushTags,
        settings.Environment, settings.Index, settings.DotNetVersion, settings.PythonVersion ?? "",
        facts.DistributionsDirectory ?? "", facts.BuildDirectory, facts.BuildAssembly, facts.BuildProject ?? "", .. facts.Start.Files,
    ];

    /// <summary>
    /// The environment names that PyPI accepts (3.2 of its form: no control characters, quotes, commas, semicolons or backslashes).
    /// </summary>
    private static IEnumerable<string> OfEnvironment(string environment) =>
        When(
            environment.Length > 255 || environment.Trim() != environment || environment.Any(c => char.IsControl(c) || "'\"`,;\\".Contains(c, StringComparison.Ordinal)),
            $"PyPI does not accept '{environment}' as an environment name: use at most 255 characters and no quotes, commas, semicolons, backslashes, or leading or trailing spaces.");

    private static IEnumerable<string> OfImages(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) =>
    [
        .. When(settings.Images.Length == 0, "Images is empty: name at least one runner image."),
        .. When(settings.Images.Distinct(StringComparer.OrdinalIgnoreCase).Count() != settings.Images.Length, "Images contains an image twice."),
        .. settings.Images.Append(settings.PublishImage).Concat(BuildLegs.Declared(settings, facts).Select(entry => entry.Place).OfType<string>()).Where(image => !Image().IsMatch(image)).Distinct()
            .Select(image => $"'{image}' cannot run the generated commands: use a GitHub-hosted image such as ubuntu-24.04, windows-2025 or macos-15, which have bash."),
        .. When(Image().IsMatch(settings.PublishImage) && !settings.PublishImage.StartsWith("ubuntu-", StringComparison.Ordinal), $"PublishImage = \"{settings.PublishImage}\": publish on Linux, for example ubuntu-24.04; the distributions of all images are published from there."),
    ];

    private static IEnumerable<string> OfPin(string text)
    {
        var pin = WorkflowPlanner.Pin(text);
        return
        [
            .. When(pin is null, $"The pin '{text}' is not of the form 'owner/name@COMMIT # VERSION' with the 40 hexadecimal digits of a commit (behind '^{{}}' in 'git ls-remote --tags' when the tag is annotated)."),
            .. When(pin is not null && !PinnedAction.All.Any(action => action.Repository.Equals(pin.Repository, StringComparison.OrdinalIgnoreCase)),
                $"The pin '{text}' is for an action that no generated workflow uses. They use {string.Join(", ", PinnedAction.All.Select(action => action.Repository))}."),
        ];
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?\z(?<!\.ya?ml)", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+\z")]
    private static partial Regex Repository();

    [GeneratedRegex(@"\A(?:ubuntu|windows|macos)-[a-z0-9.-]+\z")]
    private static partial Regex Image();
}
