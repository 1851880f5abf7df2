using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Settings that both generators reject, and their messages.</summary>
public sealed class RejectingSettings
{
    public static TheoryData<GeneratedReleaseAttribute> Attributes => [new TrustedPublishingWorkflowAttribute("release"), new TrustedPublishingGitLabAttribute()];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesAMissingEnvironment(GeneratedReleaseAttribute settings)
    {
        settings.Environment = " ";

        Assert.Contains("Environment is empty: name the deployment environment that protects the release", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesATagThatGitDoesNotAccept(GeneratedReleaseAttribute settings)
    {
        settings.OnPushTags = ["v *"];

        Assert.Contains("'v *' in OnPushTags is not a tag pattern: git does not allow spaces in tag names.", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesIndexesWithoutTheirOwnEnvironment(GeneratedReleaseAttribute settings)
    {
        settings.Indexes = ["testpypi", "https://packages.example.com/legacy/"];

        var refusal = Refusal(settings);

        Assert.Contains("Indexes = [\"testpypi\", \"https://packages.example.com/legacy/\"]: use [\"testpypi\", \"pypi\"], TestPyPI and then Index", refusal, StringComparison.Ordinal);
        Assert.Contains("Indexes is for runs that are started by hand: set OnWorkflowDispatch = true, on GitLab OnNewPipeline = true.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void ReportsThatNothingStartsTheRelease(GeneratedReleaseAttribute settings) =>
        Assert.Contains("It has no trigger: set OnPushTags = [\"v*\"]", Refusal(settings), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesWhatAPullRequestNeeds(GeneratedReleaseAttribute settings)
    {
        settings.OnPullRequest = true;

        Assert.Contains("OnPullRequest runs the target Rehearse: implement IRehearsePublish on the build class.", Refusal(settings, GeneratedWorkflow.Facts with { Rehearses = false }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesAMissingScript(GeneratedReleaseAttribute settings) =>
        Assert.Contains("build.sh, which the job 'build' runs, is missing", Refusal(settings, GeneratedWorkflow.Facts with { HasScript = false }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesWhatTheVersionToolLacks(GeneratedReleaseAttribute settings)
    {
        Assert.Contains("GitVersion computes the version from the git history, and FetchDepth = 1 fetches only one commit, with which it stops. Set FetchDepth = 0", Refusal(settings, GeneratedWorkflow.Facts with { VersionTool = new("GitVersion", FailsOnOneCommit: true) }), StringComparison.Ordinal);
        Assert.Contains("without the tag on it, the version is another one", new VersionTool("MinVer", FailsOnOneCommit: false).Lacks(new(1, false, SubmoduleCheckout.None, false)), StringComparison.Ordinal);
        Assert.Null(new VersionTool("MinVer", FailsOnOneCommit: false).Lacks(new(0, false, SubmoduleCheckout.None, false)));
    }

    [Theory]
    [InlineData("<PackageReference Include=\"MinVer\" Version=\"6.0.0\" />", "MinVer")]
    [InlineData("<PackageReference Include=\"GitVersion.MsBuild\" />", "GitVersion")]
    [InlineData("{ \"tools\": { \"nbgv\": { \"version\": \"3.7.0\" } } }", "Nerdbank.GitVersioning")]
    [InlineData("[build-system]\nrequires = [\"hatchling\", \"hatch-vcs\"]", "hatch-vcs")]
    [InlineData("[build-system]\nrequires = [\"setuptools>=61\", \"setuptools_scm[toml]>=8\"]", "setuptools-scm")]
    [InlineData("[tool.pdm.version]\nsource = \"scm\"", "pdm-backend")]
    [InlineData("[project]\nversion = \"1.0\"", null)]
    public void DetectsTheToolThatReadsTheVersionFromGit(string text, string? tool) => Assert.Equal(tool, VersionTool.In(["", text])?.Name);

    /// <summary>A duplicate key in a mapping makes the whole file invalid.</summary>
    [Theory]
    [MemberData(nameof(Attributes))]
    public void RejectsDuplicateVariables(GeneratedReleaseAttribute settings)
    {
        settings.Variables = ["NUGET_PACKAGES=packages", "CHANNEL=stable"];
        settings.OnPushTags = ["v*"];

        Assert.NotEmpty(GeneratedWorkflow.Parse(GeneratedWorkflow.Text((IGenerateWorkflow)settings)).Children); // the reader rejects it
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesInvalidVariables(GeneratedReleaseAttribute settings)
    {
        settings.Variables = ["A B=c", "GITHUB_PATH=x", "CI=false", "RUNTIMES=x", "nuke_telemetry_optout=false"];
        settings.FetchDepth = -1;

        var refusal = Refusal(settings);

        Assert.Contains("'A B=c' in Variables is not of the form NAME=value, with letters, digits and '_' in the name.", refusal, StringComparison.Ordinal);
        Assert.Contains("'GITHUB_PATH=x' in Variables: GITHUB_PATH is set by the CI system or by the generated job itself.", refusal, StringComparison.Ordinal);
        Assert.Contains("'RUNTIMES=x' in Variables: RUNTIMES is set by", refusal, StringComparison.Ordinal);
        Assert.Contains("'nuke_telemetry_optout=false' in Variables: nuke_telemetry_optout is set by", refusal, StringComparison.Ordinal);
        Assert.Contains("FetchDepth = -1: use the number of commits, or 0 for all of them.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesInvalidPlatforms(GeneratedReleaseAttribute settings)
    {
        settings.RuntimeIdentifiers = ["linux-x64", "linux-x64=ubuntu-22.04", "solaris-sparc", "${{ x }}", "=x"];
        settings.Containers = ["linux-x64", "linux-arm64=registry.example.com/sdk:1.0", "linux-x64=ubuntu", "linux-x64=alpine:3.22", "win-x64=windows:2025"];
        settings.BuildArguments = ["--runtimeidentifiers", "win-x64"];

        var refusal = Refusal(settings, GeneratedWorkflow.Facts with { Platforms = new(IsNativeAot: false, ["win-x64"]) });

        Assert.Contains("'${{ x }}' in RuntimeIdentifiers is not of the form linux-x64, or linux-x64=PLACE.", refusal, StringComparison.Ordinal);
        Assert.Contains("'=x' in RuntimeIdentifiers is not of the form", refusal, StringComparison.Ordinal);
        Assert.Contains("Wheels do not support 'solaris-sparc': use runtime identifiers such as any, linux-x64", refusal, StringComparison.Ordinal);
        Assert.Contains("RuntimeIdentifiers names linux-x64 twice: keep one.", refusal, StringComparison.Ordinal);
        Assert.Contains("and ReleaseRuntimeIdentifiers of the build has win-x64: declare them in only one place.", refusal, StringComparison.Ordinal);
        Assert.Contains("BuildArguments has --runtime-identifiers, which the generated jobs give themselves: use RuntimeIdentifiers.", refusal, StringComparison.Ordinal);
        Assert.Contains("'linux-x64' in Containers is not of the form linux-x64=IMAGE.", refusal, StringComparison.Ordinal);
        Assert.Contains("Containers has an image for linux-arm64, which is not among the runtime identifiers: linux-x64", refusal, StringComparison.Ordinal);
        Assert.Contains("The image of linux-x64 in Containers = \"ubuntu\" is not a container image with a version", refusal, StringComparison.Ordinal);
        Assert.Contains("The image of linux-x64 in Containers = \"alpine:3.22\" has no bash", refusal, StringComparison.Ordinal);
        Assert.Contains("Containers has an image for win-x64, but containers run only Linux: remove it.", refusal, StringComparison.Ordinal);
        Assert.Contains("Containers names linux-x64 twice: keep one.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesPlatformsOfABuildWithoutPlatformWheels(GeneratedReleaseAttribute settings)
    {
        settings.RuntimeIdentifiers = ["linux-x64"];

        Assert.Contains("RuntimeIdentifiers is for builds that pack wheels for platforms: let the build class implement IPackDotNetTool or IPackNativeLibrary.", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("osx-arm64=ubuntu-24.04", "osx-arm64 is compiled to native code on its own system, which ubuntu-24.04 is not: use an image that begins with macos-.")]
    [InlineData("win-x86", "win-x86 is compiled to native code, for which no GitHub image is known: name one, \"win-x86=windows-…\" in RuntimeIdentifiers.")]
    [InlineData("linux-musl-x64", "linux-musl-x64 is compiled to native code in a container with musl: name one that has bash")]
    [InlineData("linux-x64=self-hosted", "'self-hosted' ")]
    public void NamesNativeCodeThatGitHubCannotCompile(string entry, string complaint) =>
        Assert.Contains(complaint, Refusal(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], RuntimeIdentifiers = [entry] }, Native), StringComparison.Ordinal);

    [Theory]
    [InlineData("osx-arm64", "osx-arm64 is compiled to native code on its own system, and GitLab's runners for it need different commands than the generated ones")]
    [InlineData("win-x64=saas-windows-medium-amd64", "win-x64 is compiled to native code on its own system")]
    [InlineData("linux-arm64", "linux-arm64 is compiled to native code on its own processor: name the tag of a runner that has it, for example \"linux-arm64=saas-linux-small-arm64\"")]
    [InlineData("linux-musl-x64", "linux-musl-x64 is compiled to native code in an image with musl: name one that has bash")]
    public void NamesNativeCodeThatGitLabCannotCompile(string entry, string complaint) =>
        Assert.Contains(complaint, Refusal(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], RuntimeIdentifiers = [entry] }, Native), StringComparison.Ordinal);

    [Fact]
    public void NamesImagesWithoutTheirPlatforms() =>
        Assert.Contains(
            "Images has several images but does not say which runtime identifier is packed on which",
            Refusal(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], Images = ["ubuntu-24.04", "windows-2025"] }, GeneratedWorkflow.Facts with { Platforms = new(IsNativeAot: false, ["win-x64"]) }), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, "use 1 to 360", "use 1 to 1440")]
    [InlineData(0, "use 1 to 360", "use 1 to 1440")]
    [InlineData(1, null, null)]
    [InlineData(360, null, null)]
    [InlineData(361, "use 1 to 360", null)]
    [InlineData(1440, "use 1 to 360", null)]
    [InlineData(1441, "use 1 to 360", "use 1 to 1440")]
    public void NamesATimeoutOutsideTheLimits(int minutes, string? onGitHub, string? onGitLab)
    {
        Expect(onGitHub, new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], TimeoutMinutes = minutes });
        Expect(onGitLab, new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], TimeoutMinutes = minutes });

        static void Expect(string? limits, IGenerateWorkflow settings)
        {
            var refusal = (Record.Exception(() => settings.Generate(GeneratedWorkflow.Facts)) as Failure)?.Message;
            Assert.Equal(limits is not null, refusal?.Contains("TimeoutMinutes", StringComparison.Ordinal) ?? false);
            Assert.Contains(limits ?? "", refusal ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../greeter")]
    [InlineData("/python")]
    [InlineData("python/*")]
    [InlineData("${{ x }}")]
    public void NamesAProjectThatIsNotAFolder(string project)
    {
        foreach (var settings in new GeneratedReleaseAttribute[] { new TrustedPublishingWorkflowAttribute("release"), new TrustedPublishingGitLabAttribute() })
        {
            settings.Project = project;
            Assert.Contains($"Project = \"{project}\" is not a folder below the build's root", Refusal(settings), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "pypi", "v*", true)]
    [InlineData("python/greeter", "pypi", "v*", false)]
    [InlineData(null, "testpypi", "v*", false)]
    [InlineData(null, "pypi", "greeter-*", false)]
    public void NamesAnotherFileThatReleasesTheSameProject(string? project, string index, string tags, bool isDuplicate)
    {
        TrustedPublishingWorkflowAttribute settings = new("release") { OnPushTags = ["v*"] };
        GeneratedReleaseAttribute[] all = [settings, new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"] }, new TrustedPublishingWorkflowAttribute("other") { OnPushTags = ["x", tags], Project = project, Index = index }];

        var duplicates = RepositoryFacts.FindDuplicates(settings, all).ToList();

        Assert.Equal(isDuplicate ? [".github/workflows/other.yml"] : [], duplicates);
        Assert.All(duplicates, _ => Assert.Contains(
            ".github/workflows/other.yml is started by the same tags and publishes the same project to the same index, so that a tag would be released twice",
            Refusal(settings, GeneratedWorkflow.Facts with { Duplicates = duplicates }), StringComparison.Ordinal));
    }

    [Fact]
    public void NamesTwoRunsOfTheSameRelease() =>
        Assert.Contains("a release runs and waits for approval twice", Refusal(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], OnReleasePublished = true }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesDistributionsOutsideTheRepository(GeneratedReleaseAttribute settings) =>
        Assert.Contains(
            "The distributions or the compiled build are outside the repository",
            Refusal(settings, GeneratedWorkflow.Facts with { DistributionsDirectory = "../distributions" }), StringComparison.Ordinal);

    private static RepositoryFacts Native => GeneratedWorkflow.Facts with { Platforms = new(IsNativeAot: true, []) };

    private static string Refusal(IGenerateWorkflow settings, RepositoryFacts? facts = null) =>
        Assert.Throws<Failure>(() => settings.Generate(facts ?? GeneratedWorkflow.Facts)).Message;
}
