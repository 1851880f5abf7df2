using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Binaries;
using static TrustedPublishing.Nuke.Workflow.CommonDiagnostics;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Invalid settings of a GitLab pipeline, with what to change.</summary>
internal static partial class GitLabDiagnostics
{
    public static IEnumerable<string> Check(TrustedPublishingGitLabAttribute settings, RepositoryFacts facts) =>
    [
        .. CommonDiagnostics.Check(settings, facts),
        .. OfFiles(settings),
        .. When(settings is { OnPushTags.Length: 0, OnNewPipeline: false }, "It has no trigger: set OnPushTags = [\"v*\"] or OnNewPipeline = true."),
        .. OfEnvironment(settings.Environment),
        .. OfAudience(settings),
        .. ContainerImage.Complaints(nameof(settings.Image), settings.Image),
        .. settings.PublishImage is null ? [] : ContainerImage.Complaints(nameof(settings.PublishImage), settings.PublishImage),
        .. settings.RunnerTags.Where(tag => string.IsNullOrWhiteSpace(tag) || tag.Any(char.IsControl)).Select(tag => $"'{tag}' in RunnerTags is not a valid runner tag."),
        .. When(settings.TimeoutMinutes is < 1 or > 1440, $"TimeoutMinutes = {settings.TimeoutMinutes}: use 1 to 1440, which is a day."),
        .. OfRepository(facts.Repository),
        .. OfLegs(settings, facts),
        .. settings.BuildArguments.Concat(settings.StepsBeforePack).Where(text => text.Contains("$[[", StringComparison.Ordinal))
            .Select(text => $"'{text}' contains an interpolation, which GitLab would replace in the file: write the value itself, or pass it to a command through a variable."),
    ];

    private static IEnumerable<string> OfFiles(TrustedPublishingGitLabAttribute settings) =>
        new[] { (nameof(settings.File), settings.File), (nameof(settings.PipelineFile), settings.PipelineFile) }.Where(file => !File().IsMatch(file.Item2))
            .Select(file => $"{file.Item1} = \"{file.Item2}\" is not a pipeline file that PyPI can match: use a path below the root that ends in .yml or .yaml, for example \".gitlab-ci.yml\".");

    /// <summary>The environment names that both GitLab and PyPI accept. Both allow variables, but only a job would know the resulting name.</summary>
    private static IEnumerable<string> OfEnvironment(string environment) =>
        When(
            !string.IsNullOrWhiteSpace(environment) && !Environment().IsMatch(environment),
            $"GitLab or PyPI does not accept '{environment}' as an environment name: use letters, digits, '-', '_', '/' and spaces, with a letter or digit at both ends.");

    private static IEnumerable<string> OfAudience(TrustedPublishingGitLabAttribute settings)
    {
        PackageIndex index;
        try
        {
            index = PackageIndex.Parse(settings.Index);
        }
        catch (ArgumentException)
        {
            return []; // already reported
        }

        return
        [
            .. When(GitLabPlanner.Audience(settings, index) is null, $"GitLab must know the audience of {index} when the job starts: set Audience = \"…\" to what {index.AudienceUrl} returns."),
        ];
    }

    /// <summary>GitLab's hosted Windows runners have no bash, and its macOS runners have no .NET.</summary>
    private static IEnumerable<string> OfLegs(TrustedPublishingGitLabAttribute settings, RepositoryFacts facts) =>
        BuildLegs.Compiled(settings, facts).SelectMany(compiled =>
        {
            var (runtime, isLinux) = (compiled.Identifier.Text, compiled.Identifier.Family is PlatformTag.ManyLinux or PlatformTag.MuslLinux);
            return (string[])
            [
                .. When(!isLinux, $"{runtime} is compiled to native code on its own system, and GitLab's runners for it need different commands than the generated ones: pack it on GitHub, or pack it in a job of your own and publish its files with --distributions."),
                .. When(isLinux && compiled is { Place: null, Identifier.Architecture: not "x86_64" }, $"{runtime} is compiled to native code on its own processor: name the tag of a runner that has it, for example \"{runtime}=saas-linux-small-arm64\" in RuntimeIdentifiers."),
                .. When(compiled is { Identifier.Family: PlatformTag.MuslLinux, HasContainer: false }, $"{runtime} is compiled to native code in an image with musl: name one that has bash, for example Containers = [\"{runtime}=quay.io/pypa/musllinux_1_2_x86_64:TAG\"]."),
            ];
        });

    private static IEnumerable<string> OfRepository(string? repository) =>
    [
        .. When(repository is null, "The project is unknown because there is no git remote 'origin' on GitLab, and without it the jobs would run in forks: set Repository = \"group/name\"."),
        .. When(repository is not null && !Repository().IsMatch(repository), $"Repository = \"{repository}\" is not a project on GitLab: write it as group/name."),
    ];

    [GeneratedRegex(@"\A(?!.*\.\.)[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*\.ya?ml\z")]
    private static partial Regex File();

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9_/ -]{0,253}[A-Za-z0-9])?\z")]
    private static partial Regex Environment();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:/[A-Za-z0-9_.-]+)+\z")]
    private static partial Regex Repository();
}
