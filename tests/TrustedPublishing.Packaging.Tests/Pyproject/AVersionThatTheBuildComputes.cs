namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class AVersionThatTheBuildComputes
{
    private const string Dynamic = "[project]\nname = \"greeter\"\n# computed\ndynamic = [ \"version\" ] # by the build\n";

    [Fact]
    public void IsUsedIfTheProjectDeclaresItAsDynamic()
    {
        using var project = new PythonProject(Dynamic);
        var packed = project.Pack(options => options with { Version = "v2.0-beta.3" });
        Assert.Equal("2.0b3", packed.Version.ToString());
        Assert.Equal("greeter-2.0b3.tar.gz", Path.GetFileName(packed.Files[0]));
    }

    [Theory]
    [InlineData(Dynamic, "[project]\nname = \"greeter\"\n# computed\nversion = \"2.0\" # by the build\n")]
    [InlineData("[project]\nname = \"greeter\"\ndynamic = [\n  'version', # ] [\n]\nkeywords = []", "[project]\nname = \"greeter\"\nversion = \"2.0\"\nkeywords = []")]
    [InlineData("project = {dynamic=['version'],name='greeter'}", "project = {version = \"2.0\",name='greeter'}")]
    [InlineData("project.name = 'greeter'\nproject.dynamic = ['version',]", "project.name = 'greeter'\nproject.version = \"2.0\"")]
    public void IsStaticInTheSdistSoThatItCanBeBuilt(string pyproject, string expected)
    {
        using var project = new PythonProject(pyproject);
        Assert.Equal(expected, project.Sdist(options => options with { Version = "2.0" })["pyproject.toml"]);
    }

    [Fact]
    public void IsRejectedInAdditionToAStaticOne()
    {
        using var project = new PythonProject();
        var complaint = Assert.Single(project.Findings(options => options with { Version = "2.0" }));
        Assert.Equal("project.version (line 3): is '1.0', but the build set the version '2.0'. Do not set a version, or replace the key with dynamic = [\"version\"].", complaint.ToString());
    }

    [Fact]
    public void IsRejectedIfItIsInvalid()
    {
        using var project = new PythonProject(Dynamic);
        Assert.Equal("project.dynamic", Assert.Single(project.Findings(options => options with { Version = "1.0-g1234567" })).Key);
    }

    [Fact]
    public void LeavesTheSdistsFileUnchangedOtherwise()
    {
        using var project = new PythonProject("\uFEFF" + PythonProject.Minimal.ReplaceLineEndings("\r\n"));
        Assert.Equal(PythonProject.Minimal.ReplaceLineEndings("\n"), project.Sdist()["pyproject.toml"].TrimStart('\uFEFF').ReplaceLineEndings("\n"));
    }
}
