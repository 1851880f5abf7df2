namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>An unpacked sdist contains values that otherwise only its author's repository provides.</summary>
public sealed class RepackedSdists
{
    private const string Information = "Metadata-Version: 2.1\nName: greeter\nVersion: 6.1\nSummary: Greets\nKeywords: a,b\nClassifier: Typing :: Typed\nProject-URL: Home, https://example.org/\nRequires-Python: >=3.9\nDescription-Content-Type: text/markdown\n\n# Hello\n";

    private const string Vcs = """
        [build-system]
        requires = ["hatchling", "hatch-vcs", "hatch-fancy-pypi-readme>=23"]
        build-backend = "hatchling.build"
        [project]
        name = "greeter"
        dynamic = ["version", "readme"]
        [tool.hatch.version]
        source = "vcs"
        [tool.hatch.build.hooks.vcs]
        version-file = "src/greeter/_version.py"
        [tool.hatch.metadata.hooks.fancy-pypi-readme]
        content-type = "text/markdown"
        """;

    [Fact]
    public void KnowTheirVersionAndDescription()
    {
        using var project = new PythonProject(Vcs, "src/greeter/__init__.py", "src/greeter/_version.py");
        project.Write("PKG-INFO", Information).Write(".gitignore", "_version.py\n");
        Assert.Contains("Version: 6.1\nDescription-Content-Type: text/markdown\n\n# Hello\n", project.Metadata(), StringComparison.Ordinal);
        Assert.Contains("greeter/_version.py", project.Wheel().Keys);
    }

    [Fact]
    public void AreRejectedWithoutPkgInfo()
    {
        using var project = new PythonProject(Vcs, "src/greeter/__init__.py");
        Assert.Superset(
            new HashSet<string> { "project.dynamic", "build-system.requires", "tool.hatch.build.hooks.vcs", "tool.hatch.metadata.hooks" },
            project.Findings().Select(finding => finding.Key).ToHashSet());
    }

    [Fact]
    public void ContainTheFileListOfSetuptools()
    {
        using var project = new PythonProject("[build-system]\nrequires = [\"setuptools>=77\", \"setuptools_scm[toml]>=8\"]\n[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n", "greeter/__init__.py", "greeter/a.json", "docs/a.md", "docs/b.md");
        project.Write("PKG-INFO", Information).Write("greeter.egg-info/SOURCES.txt", "docs/a.md\ngreeter/a.json\ngreeter/__init__.py\n../x\n/etc/passwd\nno/such\n");
        Assert.Equal("6.1", project.Pack().Version.ToString());
        Assert.Equal(["docs/a.md", "greeter/__init__.py", "greeter/a.json"], project.Sdist().Keys.Except(["PKG-INFO", "pyproject.toml"]));
        Assert.Contains("greeter/a.json", project.Wheel().Keys);
    }

    [Fact]
    public void DoNotHelpSetuptoolsScmInARepository()
    {
        using var project = new PythonProject("[build-system]\nrequires = [\"setuptools\", \"setuptools_scm\"]\n[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n", "greeter/__init__.py", ".git/HEAD");
        project.Write("PKG-INFO", Information);
        Assert.Equal("build-system.requires", Assert.Single(project.Findings()).Key);
    }

    [Fact]
    public void ArePackedWithTheVersionSuppliedByTheBuild()
    {
        using var project = new PythonProject("[build-system]\nrequires = [\"hatchling\", \"hatch-vcs\"]\nbuild-backend = \"hatchling.build\"\n[project]\nname = \"greeter\"\ndynamic = [\"readme\", \"version\"]\n[tool.hatch.version]\nsource = \"vcs\"\n", "greeter.py");
        project.Write("PKG-INFO", Information);
        var sdist = project.Sdist(options => options with { Version = "7" });
        Assert.Contains("version = \"7\"\ndynamic = [\"readme\"]\n", sdist["pyproject.toml"], StringComparison.Ordinal);
        Assert.Contains("\nVersion: 7\n", sdist["PKG-INFO"], StringComparison.Ordinal);
    }
}
