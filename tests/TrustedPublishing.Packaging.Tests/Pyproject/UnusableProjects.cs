namespace TrustedPublishing.Packaging.Tests.Pyproject;

/// <summary>Every finding about <c>pyproject.toml</c>: key and line by assertion, the wording as one reviewed snapshot.</summary>
public sealed class UnusableProjects
{
    private const string Head = "[project]\nname = \"greeter\"\nversion = \"1\"\n";

    /// <summary>The text of the file, the key, the line.</summary>
    public static readonly TheoryData<string, string, int?> Cases = new()
    {
        { "[project]\nname = x\n", "pyproject.toml", 2 },
        { "[project]\nname = \"a\"\nname = \"b\"\n", "pyproject.toml", 3 },
        { "[tool.x]\na = 1\n", "project", null },
        { "[project]\nversion = \"1\"\n", "project.name", 1 },
        { "[project]\nname = \"greeter\"\n", "project.version", null },
        { "[project]\nname = \"-greeter\"\nversion = \"1\"\n", "project.name", 2 },
        { "[project]\nname = [\"greeter\"]\nversion = \"1\"\n", "project.name", 2 },
        { "[project]\nname = \"greeter\"\nversion = \"one\"\n", "project.version", 3 },
        { "[project]\nname = \"greeter\"\nversion = \"1+local\"\n", "project.version", 3 },
        { "[project]\nname = \"greeter\"\nversion = 1.0\n", "project.version", 3 },
        { "[project]\nname = \"greeter\"\ndynamic = [\"version\"]\n", "project.dynamic", 3 },
        { Head + "dynamic = [\n    \"version\",\n]\n", "project.dynamic", 5 },
        { Head + "dynamic = [\"readme\"]\n", "project.dynamic", 4 },
        { Head + "dynamic = [\"name\"]\n", "project.dynamic", 4 },
        { Head + "description = \"x\"\ndynamic = [\"description\"]\n", "project.dynamic", 5 },
        { Head + "licence = \"MIT\"\n", "project.licence", 4 },
        { Head + "requires_python = \">=3\"\n", "project.requires_python", 4 },
        { Head + "description = \"a\\nb\"\n", "project.description", 4 },
        { Head + "readme = 1\n", "project.readme", 4 },
        { Head + "readme = \"MISSING.md\"\n", "project.readme", 4 },
        { Head + "readme = \"../README.md\"\n", "project.readme", 4 },
        { Head + "readme = \"README.adoc\"\n", "project.readme", 4 },
        { Head + "readme = { text = \"x\", file = \"README.md\", content-type = \"text/plain\" }\n", "project.readme", 4 },
        { Head + "readme = { text = \"x\" }\n", "project.readme", 4 },
        { Head + "readme = { text = \"x\", content-type = \"text/html\" }\n", "project.readme.content-type", 4 },
        { Head + "readme = { text = \"x\", content-type = \"text/plain; charset=latin-1\" }\n", "project.readme.content-type", 4 },
        { Head + "requires-python = \"3\"\n", "project.requires-python", 4 },
        { Head + "license = [\"MIT\"]\n", "project.license", 4 },
        { Head + "license = \"MIT style\"\n", "project.license", 4 },
        { Head + "license = { text = \"x\", file = \"y\" }\n", "project.license", 4 },
        { Head + "license = { file = \"MISSING\" }\n", "project.license.file", 4 },
        { Head + "license = \"MIT\"\nclassifiers = [\"License :: OSI Approved :: MIT License\"]\n", "project.classifiers", 5 },
        { Head + "license-files = { paths = [\"LICENSE\"] }\n", "project.license-files", 4 },
        { Head + "license-files = [\"LICENSE\", \"MISSING*\"]\n", "project.license-files", 4 },
        { Head + "license-files = [\"../LICENSE\"]\n", "project.license-files", 4 },
        { Head + "license-files = [\"LICEN{S,C}E\"]\n", "project.license-files", 4 },
        { Head + "classifiers = [\"Private :: Do Not Upload\"]\n", "project.classifiers", 4 },
        { Head + "keywords = \"a b\"\n", "project.keywords", 4 },
        { Head + "keywords = [\"a,b\"]\n", "project.keywords", 4 },
        { Head + "authors = [\"Ada\"]\n", "project.authors", 4 },
        { Head + "authors = [{ nick = \"Ada\" }]\n", "project.authors", 4 },
        { Head + "authors = [{ name = \"Lovelace, Ada\" }]\n", "project.authors.name", 4 },
        { Head + "maintainers = [{ email = \"Ada <ada@example.org>\" }]\n", "project.maintainers.email", 4 },
        { Head + "[project.urls]\n\"A label that is longer than 32 chars\" = \"https://example.org\"\n", "project.urls.\"A label that is longer than 32 chars\"", 5 },
        { Head + "[project.urls]\nHome = \"example.org\"\n", "project.urls.Home", 5 },
        { Head + "[project.scripts]\n\"a b\" = \"m:f\"\n", "project.scripts.\"a b\"", 5 },
        { Head + "[project.scripts]\na = \"m\"\n", "project.scripts.a", 5 },
        { Head + "[project.entry-points.console_scripts]\na = \"m:f\"\n", "project.entry-points.console_scripts", 4 },
        { Head + "[project.entry-points.\"a b\"]\na = \"m:f\"\n", "project.entry-points.\"a b\"", 4 },
        { Head + "[project.entry-points.g]\na = \"m:f()\"\n", "project.entry-points.g.a", 5 },
        { Head + "[project.entry-points.g]\n\"a=b\" = \"m:f\"\n", "project.entry-points.g.\"a=b\"", 5 },
        { Head + "dependencies = [\"requests>=two\"]\n", "project.dependencies", 4 },
        { Head + "dependencies = [\"requests; python > '3'\"]\n", "project.dependencies", 4 },
        { Head + "dependencies = [\"requests @ https://example.org/requests.whl\"]\n", "project.dependencies", 4 },
        { Head + "[project.optional-dependencies]\n\"a b\" = []\n", "project.optional-dependencies.\"a b\"", 5 },
        { Head + "[project.optional-dependencies]\na_b = []\nA-B = []\n", "project.optional-dependencies.A-B", 6 },
        { Head + "[project.optional-dependencies]\na = [\n  \"requests\",\n  \"!\",\n]\n", "project.optional-dependencies.a", 7 },
        { Head + "import-names = [\"a-b\"]\n", "project.import-names", 4 },
        { Head + "import-names = [\"a.b\"]\n", "project.import-names", 4 },
        { Head + "import-names = [\"a\"]\nimport-namespaces = [\"a\"]\n", "project.import-namespaces", 5 },
        { "[build-system]\nrequires = []\nbuild-backend = \"maturin\"\n" + Head, "build-system.build-backend", 3 },
        { "[build-system]\nrequires = []\nbuild-backend = \"local\"\nbackend-path = [\".\"]\n" + Head, "build-system.backend-path", 4 },
        { "[build-system]\nbuild-backend = \"hatchling.build\"\n" + Head, "build-system.requires", 1 },
        { "[build-system]\nrequires = [\"setuptools\", \"cython\"]\n" + Head, "build-system.requires", 2 },
        { "[build-system]\nrequires = [\"hatchling\", \"hatch-build-scripts\"]\nbuild-backend = \"hatchling.build\"\n" + Head, "build-system.requires", 2 },
        { Head + "[tool.setuptools]\next-modules = [{ name = \"a\", sources = [\"a.c\"] }]\n", "tool.setuptools.ext-modules", 5 },
        { Head + "[tool.setuptools.cmdclass]\nbuild = \"x.y\"\n", "tool.setuptools.cmdclass", 4 },
        { Head + "[tool.setuptools]\npackage-dir = { greeter = \"../lib\" }\n", "tool.setuptools.package-dir.greeter", 5 },
        { Head + "[tool.setuptools]\npackages = [\"missing\"]\n", "tool.setuptools.packages", 5 },
        { Head + "[tool.setuptools.packages.find]\nwhere = [\"src\", \"../lib\"]\n", "tool.setuptools.packages.find.where", 5 },
        { Head + "[tool.setuptools]\nscript-files = [\"x\"]\n", "tool.setuptools.script-files", 5 },
        { Head + "[tool.distutils.bdist_wheel]\nuniversal = true\n", "tool.distutils.bdist_wheel", 4 },
        { Hatchling + "[tool.hatch.build.hooks.custom]\npath = \"x.py\"\n", "tool.hatch.build.hooks.custom", 7 },
        { Hatchling + "[tool.hatch.build.targets.wheel]\npackages = [\"src/greeter\", \"../other\"]\n", "tool.hatch.build.targets.wheel.packages", 8 },
        { Hatchling + "[tool.hatch.build.targets.wheel.force-include]\n\"../x\" = \"greeter/x\"\n", "tool.hatch.build.targets.wheel.force-include.\"../x\"", 8 },
        { "[build-system]\nrequires = [\"pdm-backend\"]\nbuild-backend = \"pdm.backend\"\n" + Head + "[tool.pdm.build]\ncustom-hook = \"x.py\"\n", "tool.pdm.build.custom-hook", 8 },
        { "[build-system]\nrequires = [\"poetry-core\"]\nbuild-backend = \"poetry.core.masonry.api\"\n" + Head + "[tool.poetry.build]\nscript = \"x.py\"\n", "tool.poetry.build", 7 },
        { "[build-system]\nrequires = [\"uv_build\"]\nbuild-backend = \"uv_build\"\n" + Head + "[tool.uv.build-backend]\nmodule-root = \"../x\"\n", "tool.uv.build-backend.module-root", 8 },
        { "[build-system]\nrequires = [\"flit_core\"]\nbuild-backend = \"flit_core.buildapi\"\n" + Head + "[tool.flit.scripts]\na = \"b:c\"\n", "tool.flit.scripts", 7 },
    };

    private const string Hatchling = "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n" + Head;

    [Theory]
    [MemberData(nameof(Cases))]
    public void AreRejectedWithKeyAndLine(string pyproject, string key, int? line)
    {
        using var project = Project(pyproject);
        var complaint = Assert.Single(project.Findings());
        Assert.Equal((key, line), (complaint.Key, complaint.Line));
        Assert.False(Directory.Exists(project.Output));
    }

    [Fact]
    public Task AreRejectedInTheseWords() => Verifier.Verify(string.Join("\n\n", Cases.Select(row =>
    {
        using var project = Project(row.Data.Item1);
        return $"{Indented(row.Data.Item1)}\n{Assert.Single(project.Findings())}";
    })));

    [Fact]
    public Task HaveAllProblemsReportedAtOnce()
    {
        using var project = Project("[build-system]\nrequires = [\"cython\"]\n[project]\nname = \"-\"\ndynamic = [\"version\", \"readme\"]\nlicence = \"MIT\"\n");
        var exception = Assert.Throws<PackagingException>(() => project.Pack());
        return Verifier.Verify(exception.Message.Replace(project.Folder, "{folder}", StringComparison.Ordinal).Replace('\\', '/'));
    }

    private static PythonProject Project(string pyproject) => new(pyproject, "src/greeter/__init__.py", "LICENSE", "README.md", "README.adoc");

    private static string Indented(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(Head.Split('\n')).Select(line => $"    {line}\n"));
}
