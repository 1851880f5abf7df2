namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>A dynamic version is read, never computed: a value that requires an interpreter is unknown.</summary>
public sealed class VersionsFromFiles
{
    private const string Attribute = "[tool.setuptools.dynamic]\nversion = { attr = \"greeter.__version__\" }\n";

    [Theory]
    [InlineData("__version__ = '1.2'", "1.2")]
    [InlineData("__version__: str = \"1.2\"  # why", "1.2")]
    [InlineData("x = __version__ = u'1.2'; y = 3", "1.2")]
    [InlineData("\"\"\"\n__version__ = '9'\n\"\"\"\n__version__ = r'1.2'", "1.2")]
    [InlineData("# __version__ = '9'\nif True:\n    __version__ = '8'\n__version__ = '1.2'", "1.2")]
    [InlineData("__version__ = (\n    1,\n    2,\n)", "1.2")]
    [InlineData("__version__ = '1.2'\n__version__ = '3'", "1.2")]
    [InlineData("__version__ = '''1.2'''", "1.2")]
    [InlineData("__version__ = get()", null)]
    [InlineData("__version__ = f'{x}'", null)]
    [InlineData("__version__ = '1' + '.2'", null)]
    [InlineData("__version__ = '1' '.2'", null)]
    [InlineData("__version__ == '1.2'", null)]
    [InlineData("if x: __version__ = '1.2'", null)]
    [InlineData("def f():\n    __version__ = '1.2'", null)]
    [InlineData("from other import __version__", null)]
    [InlineData("from .other import *", null)]
    [InlineData("__version__ = '\\x31'", null)]
    public void InPythonAreLiterals(string module, string? expected) => Same("setuptools", "setuptools.build_meta", Attribute, expected, ("greeter/__init__.py", module));

    [Theory]
    [InlineData("from .about import VERSION as __version__", "greeter/about.py")]
    [InlineData("from .about import (\n    A,\n    VERSION as __version__,\n)", "greeter/about.py")]
    [InlineData("from greeter.about import __version__\nfrom .sub import VERSION as __version__", "greeter/sub/__init__.py")]
    public void AreFollowedThroughTheProjectsOwnImports(string module, string file) =>
        Same("setuptools", "setuptools.build_meta", Attribute, "4.5", ("greeter/__init__.py", module), (file, "VERSION = '4.5'"));

    [Fact]
    public void AreNotFollowedInCycles() =>
        Same("setuptools", "setuptools.build_meta", Attribute, null, ("greeter/__init__.py", "from .a import __version__"), ("greeter/a.py", "from . import __version__"));

    [Theory]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\npath = \"greeter/__init__.py\"\n", "version = 'v1.2'", "1.2")]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\npath = \"greeter/__init__.py\"\npattern = 'is (?P<version>\\S+)'\n", "# it is 1.2 now", "1.2")]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\npath = \"greeter/__init__.py\"\npattern = '(((a+)+)+)+(?P<version>b)'\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", null)]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\npath = \"greeter/__init__.py\"\npattern = '(?P<version>'\n", "x", null)]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\nsource = \"code\"\npath = \"greeter/__init__.py\"\n", "__version__ = '1.2'", "1.2")]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\nsource = \"code\"\npath = \"greeter/__init__.py\"\n", "__version__ = '1.2'\n__version__ = '1.3'", null)]
    [InlineData("hatchling", "hatchling.build", "[tool.hatch.version]\nsource = \"env\"\nvariable = \"HOME\"\n", "x", null)]
    [InlineData("flit_core", "flit_core.buildapi", "", "__version__ = '1.2'", "1.2")]
    [InlineData("flit_core", "flit_core.buildapi", "", "import os\n__version__ = os.name", null)]
    [InlineData("pdm-backend", "pdm.backend", "[tool.pdm.version]\nsource = \"file\"\npath = \"greeter/__init__.py\"\npattern = 'V=(.+)'\n", "V=1.2", "1.2")]
    [InlineData("pdm-backend", "pdm.backend", "[tool.pdm.version]\nsource = \"scm\"\n", "x", null)]
    [InlineData("poetry-core", "poetry.core.masonry.api", "[tool.poetry]\nversion = \"1.2\"\n", "x", "1.2")]
    public void AreReadAsByTheBackend(string requires, string backend, string table, string module, string? expected) =>
        Same(requires, backend, table, expected, ("greeter/__init__.py", module));

    private static void Same(string requires, string backend, string table, string? expected, params (string Path, string Text)[] files)
    {
        using var project = new PythonProject(
            $"[build-system]\nrequires = [\"{requires}\"]\nbuild-backend = \"{backend}\"\n[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n{table}", "README.md");
        foreach (var (path, text) in files)
        {
            project.Write(path, text + "\n");
        }

        if (expected is null)
        {
            Assert.Equal("project.dynamic", Assert.Single(project.Findings()).Key);
        }
        else
        {
            Assert.Equal(expected, project.Pack().Version.ToString());
            Assert.Contains("dynamic", project.Sdist()["pyproject.toml"], StringComparison.Ordinal);
        }
    }
}
