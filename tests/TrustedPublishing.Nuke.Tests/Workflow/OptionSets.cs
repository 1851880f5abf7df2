using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Generated files for every option.</summary>
internal static class OptionSets
{
    private static readonly RepositoryFacts ReadingGit = GeneratedWorkflow.Facts with { Start = GeneratedWorkflow.Facts.Start with { Git = true } };

    private static readonly RepositoryFacts SubFolder = GeneratedWorkflow.Facts with { Folder = "tools/release", GlobalJson = "tools/global.json" };

    private static readonly RepositoryFacts Native = GeneratedWorkflow.Facts with { Platforms = new(IsNativeAot: true, ["linux-x64", "linux-musl-x64", "linux-arm64", "win-x64", "osx-arm64"]) };

    private static readonly RepositoryFacts Managed = GeneratedWorkflow.Facts with { Platforms = new(IsNativeAot: false, []) };

    private static readonly string[] GlibcAndMusl = [$"linux-x64=quay.io/pypa/manylinux_2_28_x86_64:2026.11.1-1@sha256:{new string('a', 64)}", $"linux-musl-x64=quay.io/pypa/musllinux_1_2_x86_64:2026.11.1-1@sha256:{new string('b', 64)}"];

    public static IReadOnlyDictionary<string, string> GitHub { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Tags"] = GeneratedWorkflow.Text(GeneratedWorkflow.Settings),
        ["ReleasePublished"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnReleasePublished = true }),
        ["Dispatch"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnWorkflowDispatch = true }),
        ["Indexes"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release")
        {
            OnPushTags = ["v*"], OnWorkflowDispatch = true, Indexes = ["testpypi", "pypi"], Attestations = true, GitHubRelease = GitHubReleaseMode.Draft,
        }),
        ["EveryTrigger"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*", "release/*"], OnReleasePublished = true, AllowTwoRuns = true, OnWorkflowDispatch = true }),
        ["SeveralImages"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("wheels") { OnPushTags = ["v*"], Images = ["ubuntu-24.04", "ubuntu-24.04-arm", "windows-2025", "macos-15"] }),
        ["Attestations"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], Attestations = true }),
        ["Preparations"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], PythonVersion = "3.14", StepsBeforePack = ["./restore.sh", "echo one\necho two"], BuildArguments = ["--configuration", "Release", "--title", "it's new"] }),
        ["AnotherIndex"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("internal") { OnPushTags = ["v*"], Index = "https://packages.example.com/legacy/", Audience = "packages", Environment = "production", TimeoutMinutes = 10 }),
        ["AnotherIndexByHand"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("internal") { OnWorkflowDispatch = true, Index = "https://packages.example.com/legacy/", Environment = "production" }),
        ["TestPyPIByHand"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("rehearsal") { OnWorkflowDispatch = true, Index = "testpypi", Environment = "trial" }),
        ["OtherPins"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], DotNetVersion = "10.0.100", PublishImage = "ubuntu-24.04-arm", Pins = [$"actions/checkout@{new string('a', 40)} # v8.0.0"] }),
        ["UnknownRepository"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("true") { OnPushTags = ["v*"] }, ReadingGit with { Repository = null, Project = null }),
        ["ReadingGit"] = GeneratedWorkflow.Text(GeneratedWorkflow.Settings, ReadingGit with { GlobalJson = null }),
        ["GitHubRelease"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], GitHubRelease = GitHubReleaseMode.Draft, Images = ["ubuntu-24.04", "macos-15"] }),
        ["GitHubReleaseAtOnce"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true, GitHubRelease = GitHubReleaseMode.Published }),
        ["NativeCode"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("wheels") { OnPushTags = ["v*"], OnPullRequest = true, Containers = GlibcAndMusl, Attestations = true }, Native),
        ["NativeCodeWithoutContainers"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("wheels") { OnPushTags = ["v*"], RuntimeIdentifiers = ["linux-x64=ubuntu-22.04", "osx-x64=macos-15", "osx-arm64"] }, Native with { Platforms = new(IsNativeAot: true, []) }),
        ["NativeCodeInOneContainer"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("wheels") { OnPushTags = ["v*"], OnPullRequest = true, RuntimeIdentifiers = ["linux-x64"], Containers = [GlibcAndMusl[0]] }, Native with { Platforms = new(IsNativeAot: true, []) }),
        ["ManagedCode"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("wheels") { OnPushTags = ["v*"], RuntimeIdentifiers = ["any", "linux-x64", "win-x64", "osx-arm64"], BuildArguments = ["--configuration", "Release"] }, Managed),
        ["Verification"] = GeneratedWorkflow.Text(GeneratedWorkflow.Settings, GeneratedWorkflow.Facts with { Verifies = true }),
        ["PullRequest"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release")
        {
            OnPushTags = ["v*"],
            OnPullRequest = true,
            PythonVersion = "3.14",
            Variables = ["CHANNEL=stable", "FEED=${{ secrets.FEED }}"],
            Secrets = ["FEED_TOKEN"],
            StepsBeforePack = ["./restore.sh"],
        }),
        ["SubFolder"] = GeneratedWorkflow.Text(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], Images = ["ubuntu-24.04", "windows-2025"] }, SubFolder),
        ["Sources"] = GeneratedWorkflow.Text(
            new TrustedPublishingWorkflowAttribute("release")
            {
                OnPushTags = ["v*"],
                FetchDepth = 0,
                FetchTags = true,
                Submodules = SubmoduleCheckout.Recursive,
                Lfs = true,
                Variables = ["CHANNEL=stable", "REF=${{ github.ref_name }}"],
                Secrets = ["FEED_TOKEN", "NPM_TOKEN=NPM_READ_TOKEN"],
                StepsBeforePack = ["echo \"$REF\""],
            },
            GeneratedWorkflow.Facts with { HasLockFile = true }),
    };

    public static IReadOnlyDictionary<string, string> GitLab { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Tags"] = GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings),
        ["NewPipeline"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnNewPipeline = true }),
        ["Indexes"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], OnNewPipeline = true, Indexes = ["testpypi", "pypi"] }),
        ["EveryTrigger"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*", "release/**", @"1.0\+final"], OnNewPipeline = true }),
        ["WithoutAttestations"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], Attestations = false }),
        ["Preparations"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], StepsBeforePack = ["./restore.sh", "echo one\necho two"], BuildArguments = ["--configuration", "Release", "--title", "it's new"] }),
        ["AnotherIndex"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], OnNewPipeline = true, Index = "https://packages.example.com/legacy/", Audience = "packages.example.com", Environment = "production", TimeoutMinutes = 10 }),
        ["TestPyPIByHand"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnNewPipeline = true, Index = "testpypi", Environment = "trial" }),
        ["OtherImages"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute
        {
            OnPushTags = ["v*"],
            Image = $"registry.example.com:5000/group/sdk:10.0@sha256:{new string('a', 64)}",
            PublishImage = "mcr.microsoft.com/dotnet/runtime:10.0",
            RunnerTags = ["linux", "protected"],
        }),
        ["Included"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], File = "ci/release.yml", Repository = "group/sub.group/greeter" }, GeneratedWorkflow.Facts with { Repository = "group/sub.group/greeter" }),
        ["ReadingGit"] = GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings, ReadingGit),
        ["NativeCode"] = GeneratedWorkflow.Text(
            new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], OnPullRequest = true, RunnerTags = ["docker"], RuntimeIdentifiers = ["linux-x64", "linux-musl-x64", "linux-arm64=saas-linux-small-arm64"], Containers = GlibcAndMusl },
            Native with { Platforms = new(IsNativeAot: true, []) }),
        ["ManagedCode"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], RuntimeIdentifiers = ["linux-x64", "win-x64", "osx-arm64"] }, Managed),
        ["MergeRequest"] = GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], OnPullRequest = true }),
        ["SubFolder"] = GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings, SubFolder),
        ["Sources"] = GeneratedWorkflow.Text(
            new TrustedPublishingGitLabAttribute { OnPushTags = ["v[0-9]+.*", "!v*-rc?"], FetchDepth = 0, FetchTags = true, Submodules = SubmoduleCheckout.TopLevel, Lfs = true, Variables = ["CHANNEL=stable"] },
            GeneratedWorkflow.Facts with { HasLockFile = true }),
    };
}
