namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class AProjectThatIsOnlyRead
{
    [Fact]
    public void HasItsNameAndVersion()
    {
        using var project = new PythonProject();
        var read = PythonProjectFile.Read(project.Folder);
        Assert.Equal(("greeter", "1.0"), (read.Name, read.Version));
        Assert.Empty(read.Dynamic);
        Assert.Equal(Path.Combine(project.Folder, "pyproject.toml"), read.Path);
    }

    [Fact]
    public void OmitsWhatOnlyTheBuildKnows()
    {
        using var project = new PythonProject("""
            [project]
            name = "Greeter.Sample"
            dynamic = ["version", "readme"]
            """);
        var read = PythonProjectFile.Read(project.Folder);
        Assert.Equal(("Greeter.Sample", null), (read.Name, read.Version));
        Assert.Equal(["version", "readme"], read.Dynamic);
    }

    [Theory]
    [InlineData("[build-system]\nrequires = []")]
    [InlineData("[project]\nname = \"-not a name-\"")]
    [InlineData("[project]\nname = 1")]
    public void HasNoNameIfThereIsNone(string pyproject)
    {
        using var project = new PythonProject(pyproject);
        Assert.Null(PythonProjectFile.Read(project.Folder).Name);
    }

    [Theory]
    [InlineData("[project")]
    [InlineData("name = greeter")]
    public void IsRejectedIfItIsNotToml(string pyproject)
    {
        using var project = new PythonProject(pyproject);
        Assert.Contains("pyproject.toml", Assert.Throws<PackagingException>(() => PythonProjectFile.Read(project.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MustExist() => Assert.Throws<PackagingException>(() => PythonProjectFile.Read(Path.GetTempPath()));
}
