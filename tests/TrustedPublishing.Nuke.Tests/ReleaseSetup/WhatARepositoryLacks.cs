using TrustedPublishing.Nuke.ReleaseSetup;

namespace TrustedPublishing.Nuke.Tests.ReleaseSetup;

/// <summary>The files and lines that a release needs and a repository does not have.</summary>
public sealed class WhatARepositoryLacks
{
    private static readonly ReleaseSetupFacts Nothing = new()
    {
        ProjectFolder = "",
        ArtifactsFolder = "artifacts",
        HasProjectFile = false,
        HasReadme = false,
        GitIgnore = null,
        GitAttributes = null,
        Workflow = (".github/workflows/release.yml", "name: release\n"),
    };

    [Theory]
    [InlineData("Python")]
    [InlineData("Tool")]
    [InlineData("Native")]
    public Task IsWrittenForEachKindOfProject(string kind) => Verify(
        string.Concat(MissingFiles.Find(Nothing with { ProjectFolder = "python/", HasReadme = true }, Enum.Parse<ProjectKind>(kind), "My.Greeter").Select(file => $"==> {file.Path}\n{file.Content}")),
        kind);

    [Fact]
    public void IsNothingIfEverythingExists() => Assert.Empty(MissingFiles.Find(
        Nothing with
        {
            HasProjectFile = true,
            GitIgnore = "# build\n/artifacts/\n[Bb]in/\n[Oo]bj/\r\n.nuke/temp\n__pycache__/\n",
            GitAttributes = "*.sh text eol=lf\n*.yml text eol=lf\n",
            Workflow = null,
        },
        ProjectKind.Python,
        "greeter"));

    [Theory]
    [InlineData("bin/\nobj/", "\nartifacts/\n.nuke/temp/\n__pycache__/\n")]
    [InlineData("bin/\nobj/\n", "artifacts/\n.nuke/temp/\n__pycache__/\n")]
    [InlineData("# bin/\n", "artifacts/\nbin/\nobj/\n.nuke/temp/\n__pycache__/\n")]
    public void IsAppendedToAnExistingFile(string ignored, string appended)
    {
        var file = Assert.Single(MissingFiles.Find(Nothing with { GitIgnore = ignored, HasProjectFile = true, GitAttributes = "* text=auto eol=lf\n", Workflow = null }, ProjectKind.Python, "greeter"));

        Assert.Equal((".gitignore", appended, true), (file.Path, file.Content, file.IsAppended));
    }

    private static Task Verify(string text, string kind) => Verifier.Verify(text).UseParameters(kind);
}
