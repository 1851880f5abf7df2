namespace TrustedPublishing.Packaging.Tests.Sources;

public sealed class ChoosingTheFiles
{
    private static readonly string[] Wanted =
        ["src/greeter/__init__.py", "src/greeter/py.typed", "src/greeter/data/a.json", "src/greeter/bin/run.txt", "src/greeter/tests/__init__.py"];

    private static readonly string[] Unwanted =
        ["src/greeter/__pycache__/a.pyc", "src/greeter/b.pyc", "src/greeter/.git/config", ".git/config", ".venv/lib/x.py", ".tox/x.py", ".nuke/temp/build.log", "tests/__pycache__/x.pyc", "dist/x.whl"];

    [Fact]
    public void IncludesTheWholePackageButNoTemporaryFiles()
    {
        using var project = new PythonProject(PythonProject.Hatchling, [.. Wanted, .. Unwanted]);
        Assert.Equal(Wanted.Select(file => file["src/".Length..]).Order(StringComparer.Ordinal), project.Wheel().Keys.Where(name => name.StartsWith("greeter/", StringComparison.Ordinal)));
    }

    [Fact]
    public void OmitsTemporaryFilesFromTheSdistToo()
    {
        string[] beside = ["CHANGELOG.md", "LICENSE", "tests/conftest.py", "tests/data/a.json"];
        using var project = new PythonProject(PythonProject.Hatchling, [.. Wanted, .. Unwanted, .. beside]);
        Assert.Equal(Wanted.Concat(beside).Append("PKG-INFO").Append("pyproject.toml").Order(StringComparer.Ordinal), project.Sdist().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/greeter/fast.pyx")]
    [InlineData("src/greeter/fast.c")]
    [InlineData("src/greeter/fast.cpython-311-x86_64-linux-gnu.so")]
    [InlineData("src/greeter/fast.abi3.so")]
    [InlineData("src/greeter/fast.pyd")]
    public void RejectsExtensionModules(string file)
    {
        using var project = new PythonProject(PythonProject.Minimal, "src/greeter/__init__.py", file);
        Assert.Equal(file, Assert.Single(project.Findings()).Key);
    }

    [Theory]
    [InlineData("setup.py", "from setuptools import setup\nsetup(ext_modules=[])\n")]
    [InlineData("setup.py", "import os\n")]
    [InlineData("setup.py", "############################################ # # # # # # # # # #\nimport os\n")]
    [InlineData("setup.cfg", "[options]\npackages = find:\n")]
    [InlineData("setup.cfg", "[metadata]\nname = x\n")]
    [InlineData("setup.cfg", "[egg_info]\ntag_build = dev\n")]
    [InlineData("setup.cfg", "[bdist_wheel]\nuniversal = 1\n")]
    [InlineData("MANIFEST.in", "include a\nprun src/greeter/private\n")]
    [InlineData("MANIFEST.in", "graft a b\n")]
    public void RejectsSetuptoolsFilesWithInstructions(string file, string text)
    {
        using var project = new PythonProject();
        project.Write(file, text);
        Assert.Equal(file, Assert.Single(project.Findings()).Key);
    }

    [Theory]
    [InlineData("setup.py", "# stub\nfrom setuptools import setup\n\nif __name__ == \"__main__\":\n    setup()\n")]
    [InlineData("setup.py", "import sys\nif sys.version_info < (3, 10):  # noqa\n    sys.stderr.write(\"Requires Python 3.10 or later.\\n\")\n    sys.exit(1)\nfrom setuptools import setup\nsetup(name=\"greeter\")\n")]
    [InlineData("setup.cfg", "[flake8]\nmax-line-length = 120\n[egg_info]\ntag_build = \ntag_date = 0\n")]
    [InlineData("MANIFEST.in", "include a\n")]
    public void AcceptsSetuptoolsFilesWithoutInstructions(string file, string text)
    {
        using var project = new PythonProject();
        project.Write(file, text);
        Assert.Contains(file, project.Sdist().Keys);
    }

    [Theory]
    [InlineData("flit_core", "flit_core.buildapi")]
    [InlineData("hatchling", "hatchling.build")]
    [InlineData("pdm-backend", "pdm.backend")]
    [InlineData("poetry-core", "poetry.core.masonry.api")]
    [InlineData("uv_build", "uv_build")]
    public void NeverPacksWhatWasPackedBefore(string requires, string backend)
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\n[build-system]\nrequires = [\"{requires}\"]\nbuild-backend = \"{backend}\"\n");
        var inside = (PackagingOptions options) => options with { OutputDirectory = Path.Combine(project.Folder, "src", "greeter", "out") };
        var first = project.Pack(inside).Files.Select(File.ReadAllBytes).ToList();
        Assert.Equal(first, project.Pack(inside).Files.Select(File.ReadAllBytes));
    }
}
