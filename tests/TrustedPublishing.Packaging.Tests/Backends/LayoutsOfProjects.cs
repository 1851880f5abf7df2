namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>
/// How Python projects are laid out: each is packed here (and the classes for the back ends compare what comes out), or refused with the keys that
/// only its own back end can follow, so that a build without a chosen back end runs that one.
/// </summary>
public sealed class LayoutsOfProjects
{
    private const string Static = "[project]\nname = \"greeter\"\nversion = \"1.0\"\n", Dynamic = "[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n", Python = "src/greeter/__init__.py";

    /// <summary>What it is, <c>build-system.requires</c>, the back end, the rest of the file, the project's files, and the keys of the complaints.</summary>
    public static TheoryData<string, string, string, string, string, string> Foreign => new()
    {
        { "Poetry without [project]", "poetry-core", "poetry.core.masonry.api", "[tool.poetry]\nname = \"greeter\"\nversion = \"1.0\"\n", Python, "project" },
        { "Poetry with a build script", "poetry-core", "poetry.core.masonry.api", Static + "[tool.poetry.build]\nscript = \"build.py\"\n", Python + " build.py", "tool.poetry.build" },
        { "flit before [project]", "flit_core>=2,<4", "flit_core.buildapi", "[tool.flit.metadata]\nmodule = \"greeter\"\nauthor = \"Ada\"\n", Python, "tool.flit.metadata project" },
        { "flit with the version of git", "flit_scm", "flit_scm:buildapi", Dynamic, Python, "build-system.build-backend project.dynamic" },
        { "hatch-vcs", "hatchling hatch-vcs", "hatchling.build", Dynamic + "[tool.hatch.version]\nsource = \"vcs\"\n", Python, "build-system.requires project.dynamic" },
        { "a hook for hatchling", "hatchling", "hatchling.build", Static + "[tool.hatch.build.hooks.custom]\n", Python + " hatch_build.py", "tool.hatch.build.hooks.custom" },
        { "a builder for Jupyter", "hatchling hatch-jupyter-builder", "hatchling.build", Static + "[tool.hatch.build.hooks.jupyter-builder]\n", Python, "build-system.requires tool.hatch.build.hooks.jupyter-builder" },
        { "setuptools-scm", "setuptools setuptools_scm[toml]", "setuptools.build_meta", Dynamic + "[tool.setuptools_scm]\n", Python + " .git/HEAD", "build-system.requires project.dynamic" },
        { "setuptools with setup.cfg alone", "setuptools", "setuptools.build_meta", "", Python + " setup.cfg=[metadata]\nname\t=\tgreeter", "setup.cfg project" },
        { "setuptools with setup.py alone", "setuptools", "setuptools.build_meta", "", Python + " setup.py=from\tsetuptools\timport\tsetup\nsetup(version=1)", "setup.py project" },
        { "the older setuptools", "setuptools", "setuptools.build_meta:__legacy__", "", Python + " setup.py=import\tos", "build-system.build-backend project" },
        { "extension modules of setuptools", "setuptools Cython", "setuptools.build_meta", Static, Python + " src/greeter/fast.pyx", "build-system.requires src/greeter/fast.pyx" },
        { "commands of setuptools", "setuptools", "setuptools.build_meta", Static + "[tool.setuptools.cmdclass]\nbuild_py = \"greeter.Build\"\n", Python, "tool.setuptools.cmdclass" },
        { "pdm with the version of git", "pdm-backend", "pdm.backend", Dynamic + "[tool.pdm.version]\nsource = \"scm\"\n", Python, "project.dynamic" },
        { "pdm with a build script", "pdm-backend", "pdm.backend", Static, Python + " pdm_build.py", "pdm_build.py" },
        { "scikit-build-core", "scikit-build-core pybind11", "scikit_build_core.build", Static, Python + " CMakeLists.txt src/main.cpp", "build-system.build-backend" },
        { "meson-python", "meson-python", "mesonpy", Dynamic, "greeter/__init__.py meson.build", "build-system.build-backend project.dynamic" },
        { "maturin without Python", "maturin>=1,<2", "maturin", Static, "Cargo.toml src/lib.rs", "build-system.build-backend" },
        { "maturin with the version of Cargo", "maturin>=1,<2", "maturin", Dynamic, Python + " Cargo.toml src/lib.rs", "build-system.build-backend project.dynamic" },
        { "a back end of its own", "setuptools", "backend\"\nbackend-path = [\"build\"]\nx = \"", Static, "build/backend.py greeter.py", "build-system.backend-path" },
    };

    /// <summary>The same for those that are packed; the last is what the wheel has.</summary>
    public static TheoryData<string, string, string, string, string, string> Own => new()
    {
        { "no build system", "", "", Static, "greeter.py", "greeter.py" },
        { "setuptools with a stub of setup.py", "setuptools", "setuptools.build_meta", Static, Python + " setup.py=from\tsetuptools\timport\tsetup\nsetup()", "greeter/__init__.py" },
        { "setuptools with a version of code", "setuptools", "setuptools.build_meta", Dynamic + "[tool.setuptools.dynamic]\nversion = { attr = \"greeter.__version__\" }\n", Python + "=__version__\t=\t\"1.0\"", "greeter/__init__.py" },
        { "setuptools, all that it finds", "setuptools", "setuptools.build_meta", Static + "[tool.setuptools.packages.find]\nwhere = [\"src\"]\n[tool.setuptools.package-data]\ngreeter = [\"*.txt\"]\n", Python + " src/greeter/a.txt src/greeter/ns/b.py", "greeter/__init__.py greeter/a.txt greeter/ns/b.py" },
        { "hatchling with a version of code", "hatchling", "hatchling.build", Dynamic + "[tool.hatch.version]\npath = \"src/greeter/__init__.py\"\n", Python + "=__version__\t=\t\"1.0\"", "greeter/__init__.py" },
        { "hatchling with forced files", "hatchling", "hatchling.build", Static + "[tool.hatch.build.targets.wheel]\nonly-include = [\"src/greeter\"]\nsources = [\"src\"]\n[tool.hatch.build.targets.wheel.force-include]\n\"data/a.txt\" = \"greeter/a.txt\"\n", Python + " data/a.txt", "greeter/__init__.py greeter/a.txt" },
        { "flit with a version of code", "flit_core", "flit_core.buildapi", Dynamic.Replace("\"version\"", "\"version\", \"description\"", StringComparison.Ordinal), "greeter.py=\"\"\"Greets\"\"\"\n__version__\t=\t\"1.0\"", "greeter.py" },
        { "Poetry with [project]", "poetry-core>=2", "poetry.core.masonry.api", Static + "description = \"Greets\"\n[tool.poetry]\npackages = [{ include = \"greeter\", from = \"src\" }]\ninclude = [{ path = \"CHANGES\", format = \"sdist\" }]\n", Python + " CHANGES", "greeter/__init__.py" },
        { "Poetry with [project] and its own version", "poetry-core>=2", "poetry.core.masonry.api", Dynamic + "description = \"Greets\"\n[tool.poetry]\nversion = \"1.0\"\n", Python, "greeter/__init__.py" },
        { "pdm with a version of a file", "pdm-backend", "pdm.backend", Dynamic + "[tool.pdm.version]\nsource = \"file\"\npath = \"src/greeter/__init__.py\"\n", Python + "=__version__\t=\t\"1.0\"", "greeter/__init__.py" },
        { "uv", "uv_build>=0.9,<1", "uv_build", Static, Python, "greeter/__init__.py" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void AreLeftToTheirOwnBackEnd(string what, string requires, string backend, string text, string files, string keys)
    {
        using var project = Project(requires, backend, text, files);

        var complaints = project.Findings();

        Assert.Equal(keys.Split(' ').Order(StringComparer.Ordinal), complaints.Select(complaint => complaint.Key).Order(StringComparer.Ordinal));
        Assert.All(complaints, complaint => Assert.True(complaint.NeedsOwnBackend, $"{what}: {complaint}"));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void ArePackedHere(string what, string requires, string backend, string text, string files, string wheel)
    {
        using var project = Project(requires, backend, text, files);

        var packed = project.Wheel().Keys.Where(name => !name.Contains(".dist-info/", StringComparison.Ordinal)).ToList();

        Assert.True(packed.SequenceEqual(wheel.Split(' ')), $"{what}: {string.Join(' ', packed)}");
    }

    [Theory]
    [InlineData("setup.py")]
    [InlineData("setup.cfg")]
    public void WithoutAProjectFileAreLeftToSetuptools(string name)
    {
        using var project = new PythonProject();
        project.Write(name, "");
        File.Delete(Path.Combine(project.Folder, "pyproject.toml"));

        var complaint = Assert.Single(project.Findings());

        Assert.Equal(("pyproject.toml", true), (complaint.Key, complaint.NeedsOwnBackend));
        Assert.Contains(name, complaint.Text, StringComparison.Ordinal);
    }

    private static PythonProject Project(string requires, string backend, string text, string files)
    {
        var head = backend.Length == 0 ? "" : $"[build-system]\nrequires = [{string.Join(", ", requires.Split(' ').Select(item => $"\"{item}\""))}]\nbuild-backend = \"{backend}\"\n";
        var project = new PythonProject(head + text, Python);
        File.Delete(Path.Combine(project.Folder, Python));
        foreach (var file in files.Split(' ').Select(file => file.Split('=', 2)))
        {
            project.Write(file[0], file.Length == 1 ? "" : file[1].Replace('\t', ' '));
        }

        return project;
    }
}
