namespace TrustedPublishing.Packaging.Tests.Sources;

public sealed class FindingThePackage
{
    [Theory]
    [InlineData("greeter", "src/greeter/__init__.py", "greeter/__init__.py")]
    [InlineData("greeter", "greeter/__init__.py", "greeter/__init__.py")]
    [InlineData("greeter", "greeter.py setup.cfg", "greeter.py")]
    [InlineData("greeter", "src/Greeter.Cli/Program.cs src/Greeter/Class.cs greeter/__init__.py", "greeter/__init__.py")]
    [InlineData("greeter", "src/greeter.py", "greeter.py")]
    [InlineData("Acme.Greeter", "src/acme_greeter/__init__.py", "acme_greeter/__init__.py")]
    [InlineData("acme-greeter", "src/acme/greeter/__init__.py", "acme/greeter/__init__.py")]
    [InlineData("acme-greeter", "acme/greeter/__init__.py acme/greeter/sub/__init__.py", "acme/greeter/__init__.py acme/greeter/sub/__init__.py")]
    [InlineData("greeter", "greeter/module.py", "greeter/module.py")]
    [InlineData("greeter", "src/other/__init__.py", "other/__init__.py")]
    [InlineData("greeter", "other/__init__.py tests/__init__.py docs/conf.py scripts/__init__.py", "other/__init__.py")]
    [InlineData("greeter", "greeter/__init__.py other/__init__.py", "greeter/__init__.py")]
    [InlineData("tests", "tests/__init__.py", "tests/__init__.py")]
    [InlineData("greeter", "src/Greeter/__init__.py", "Greeter/__init__.py")]
    [InlineData("greeter", "src/a/__init__.py src/b/__init__.py src/c.py", "a/__init__.py b/__init__.py c.py")]
    public void FollowsTheName(string name, string files, string expected)
    {
        using var project = new PythonProject($"[project]\nname = \"{name}\"\nversion = \"1\"\n", files.Split(' '));
        Assert.Equal(expected.Split(' '), Packaged(project));
    }

    [Theory]
    [InlineData("setuptools", "setuptools.build_meta", "[tool.setuptools]\npackages = [\"x\", \"x.y\"]", "src/x/__init__.py src/x/y/__init__.py src/z/__init__.py", "x/__init__.py x/y/__init__.py")]
    [InlineData("setuptools", "setuptools.build_meta", "[tool.setuptools]\npackage-dir = {\"\" = \"lib\"}", "lib/greeter/__init__.py src/z.py", "greeter/__init__.py")]
    [InlineData("setuptools", "setuptools.build_meta", "[tool.setuptools.packages.find]\nwhere = [\"lib\"]", "lib/greeter/__init__.py src/z.py", "greeter/__init__.py")]
    [InlineData("setuptools", "setuptools.build_meta", "[tool.setuptools]\npackages = [\"x\"]", "x/__init__.py src/Program.cs", "x/__init__.py")]
    [InlineData("setuptools", "setuptools.build_meta", "[tool.setuptools]\npy-modules = [\"one\", \"two\"]", "one.py two.py three.py", "one.py two.py")]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.build.targets.wheel]\npackages = [\"lib/x\"]", "lib/x/__init__.py src/greeter/__init__.py", "x/__init__.py")]
    [InlineData("hatchling", "hatchling.build", "", "src/greeter/__init__.py src/other/__init__.py", "greeter/__init__.py")]
    [InlineData("flit_core >=3", "flit_core.buildapi", "[tool.flit.module]\nname = \"x\"", "x.py greeter.py", "x.py")]
    [InlineData("uv_build", "uv_build", "[tool.uv.build-backend]\nmodule-name = \"a.b\"\nmodule-root = \"\"", "a/b/__init__.py src/greeter/__init__.py", "a/b/__init__.py")]
    public void FollowsTheBackendsTable(string requires, string backend, string table, string files, string expected)
    {
        var pyproject = $"[build-system]\nrequires = [\"{requires}\"]\nbuild-backend = \"{backend}\"\n[project]\nname = \"greeter\"\nversion = \"1\"\n{table}\n";
        using var project = new PythonProject(pyproject, files.Split(' '));
        Assert.Equal(expected.Split(' '), Packaged(project));
    }

    [Theory]
    [InlineData("a/__init__.py b/__init__.py", "It is unclear which of these belongs to the project: a, b.")]
    [InlineData("greeter.py greeter/__init__.py", "It is unclear which of these belongs to the project: greeter, greeter.py.")]
    [InlineData("README.md", "No package or module was found in 'src' or the project's folder.")]
    [InlineData("src/data.txt", "No package or module was found in 'src' or the project's folder.")]
    public void FailsIfTheNameDoesNotIdentifyIt(string files, string expected)
    {
        using var project = new PythonProject(PythonProject.Minimal, files.Split(' '));
        var complaint = Assert.Single(project.Findings());
        Assert.Equal(("project.name", expected), (complaint.Key, complaint.Text));
    }

    private static IEnumerable<string> Packaged(PythonProject project) =>
        project.Wheel().Keys.Where(name => !name.Contains(".dist-info/", StringComparison.Ordinal));
}
