namespace TrustedPublishing.Packaging.Tests.Sources;

public sealed class ChoosingTheFiles
{
    private static readonly string[] Wanted =
        ["src/greeter/__init__.py", "src/greeter/py.typed", "src/greeter/data/a.json", "src/greeter/bin/run.txt", "src/greeter/tests/__init__.py"];

    private static readonly string[] Unwanted =
    [
        "src/greeter/__pycache__/a.pyc", "src/greeter/b.pyc", "src/greeter/.env", "src/greeter/.git/config", "src/greeter/old.py~", "src/greeter.egg-info/PKG-INFO",
        "tests/__pycache__/x.pyc", "tests/bin/x", "tests/obj/x", ".gitignore", ".venv/lib/x.py", "node_modules/x.js", "bin/x.dll", "artifacts/x.whl", "build/lib/x.py",
        "dist/x.whl", "secrets.txt", "Program.cs", "docs/index.md",
    ];

    [Fact]
    public void TakesAllOfThePackageAndNothingOfItsWaste()
    {
        using var project = new PythonProject(PythonProject.Minimal, [.. Wanted, .. Unwanted]);
        Assert.Equal(Wanted.Select(file => file["src/".Length..]).Order(StringComparer.Ordinal), project.Wheel().Keys.Where(name => name.StartsWith("greeter/", StringComparison.Ordinal)));
    }

    [Fact]
    public void PutsOnlyWhatIsWantedIntoTheSdist()
    {
        string[] beside = ["CHANGELOG.md", "HISTORY.rst", "LICENSE", "MANIFEST.in", "setup.cfg", "setup.py", "test/test_a.py", "tests/conftest.py", "tests/data/a.json"];
        using var project = new PythonProject(PythonProject.Minimal, [.. Wanted, .. Unwanted, .. beside]);
        Assert.Equal(Wanted.Concat(beside).Append("PKG-INFO").Append("pyproject.toml").Order(StringComparer.Ordinal), project.Sdist().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/greeter/fast.pyx")]
    [InlineData("src/greeter/fast.c")]
    [InlineData("src/greeter/fast.cpython-311-x86_64-linux-gnu.so")]
    [InlineData("src/greeter/fast.abi3.so")]
    [InlineData("src/greeter/fast.pyd")]
    public void RefusesExtensionModules(string file)
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
    [InlineData("MANIFEST.in", "include a\nprune src/greeter/private\n")]
    public void RefusesSetuptoolsFilesWithInstructions(string file, string text)
    {
        using var project = new PythonProject();
        project.Write(file, text);
        Assert.Equal(file, Assert.Single(project.Findings()).Key);
    }

    [Theory]
    [InlineData("setup.py", "# stub\nfrom setuptools import setup\n\nif __name__ == \"__main__\":\n    setup()\n")]
    [InlineData("setup.cfg", "[flake8]\nmax-line-length = 120\n")]
    [InlineData("MANIFEST.in", "include a\n")]
    public void AcceptsSetuptoolsFilesWithout(string file, string text)
    {
        using var project = new PythonProject();
        project.Write(file, text);
        Assert.Contains(file, project.Sdist().Keys);
    }

    [Fact]
    public void DoesNotReadThroughLinksToFolders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var project = new PythonProject();
        project.Write("elsewhere/secret.txt", "x");
        Directory.CreateSymbolicLink(Path.Combine(project.Folder, "src/greeter/linked"), Path.Combine(project.Folder, "elsewhere"));
        Assert.DoesNotContain(project.Wheel().Keys, name => name.Contains("linked", StringComparison.Ordinal));
    }
}
