namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class AsPoetryBuilds
{
    private const string Tool = "[tool.poetry]\n";
    private const string Short = "name = \"greeter\"\nversion = \"1\"\n";
    private const string Named = Short + "description = \"x\"\nrequires-python = \">=3.9,<4\"\nclassifiers = [\"Topic :: Utilities\"]\n";

    private static readonly BackendKind[] All =
    [
        new("a package with hidden and other data", "", "greeter/__init__.py greeter/.hidden greeter/data/.x greeter/old.py~ tests/a.py README.md"),
        new("a package under src", "", "src/greeter/__init__.py src/other/__init__.py"),
        new("a module", "", "greeter.py other.py"),
        new("packages", Tool + "packages = [{ include = \"a\" }, { include = \"b\", from = \"lib\" }, { include = \"c/**/*.py\" }]\n", "a/__init__.py a/x.txt lib/b/__init__.py c/__init__.py c/d/e.py c/d/f.txt"),
        new("packages with a target and formats", Tool + "packages = [{ include = \"greeter\", to = \"acme\" }, { include = \"tests\", format = \"sdist\" }]\n", "greeter/__init__.py tests/a.py"),
        new("include", Tool + "include = [\"CHANGELOG.md\", { path = \"data\", format = [\"sdist\", \"wheel\"] }, { path = \"only/*.txt\", format = \"wheel\" }]\n", "greeter/__init__.py CHANGELOG.md data/a data/b/c only/a.txt only/b.md"),
        new("exclude", Tool + "exclude = [\"greeter/priv\", \"**/*.json\"]\ninclude = [{ path = \"greeter/a.json\", format = \"wheel\" }]\n", "greeter/__init__.py greeter/priv/x.py greeter/a.json greeter/b/c.json"),
        new("dependencies of poetry", "[tool.poetry.dependencies]\npython = \"^3.9\"\nrequests = \"^2.28.1\"\nrich = { version = \">=10,<14\", extras = [\"a\"], markers = \"sys_platform == 'linux' or os_name == 'nt'\" }\nclick = { version = \"~8.1\", optional = true }\nunused = { version = \"*\", optional = true }\nnumpy = [{ version = \"^1.2\", python = \"<3.10\" }, { version = \"^2\", python = \">=3.10\" }]\npinned = \"1.2.3\"\nwild = \"1.*\"\nzero = \"^0.0.3\"\n[tool.poetry.extras]\nCLI = [\"click\"]\n[tool.poetry.group.dev.dependencies]\npytest = \"*\"\n", "greeter/__init__.py") { Project = Short + "description = \"x\"\ndynamic = [\"dependencies\", \"requires-python\", \"classifiers\"]\n" },
        new("enriched dependencies", "[tool.poetry.dependencies]\nrequests = { source = \"x\" }\n", "greeter/__init__.py") { Project = Named + "dependencies = [\"requests>=2\"]\n[project.optional-dependencies]\ncli = [\"click; python_version > '3.10'\"]\n" },
        new("other fields of poetry", Tool + "description = \"Greets\"\nreadme = [\"README.md\", \"NEWS.md\"]\nkeywords = [\"a\", \"b\"]\nlicense = \"MIT\"\nauthors = [\"Ada Lovelace <ada@example.org>\", \"Grace <g@example.org>\"]\nmaintainers = [\"Linus <l@example.org>\"]\nhomepage = \"https://example.org/\"\nrepository = \"https://example.org/r\"\nclassifiers = [\"Topic :: Utilities\"]\n[tool.poetry.urls]\nBugs = \"https://example.org/b\"\n[tool.poetry.scripts]\ngreet = \"greeter:main\"\n[tool.poetry.plugins.\"acme.plugin\"]\na = \"greeter:b\"\n[tool.poetry.dependencies]\npython = \">=3.10\"\n", "greeter/__init__.py README.md=Hello\\n NEWS.md=News\\n LICENSE AUTHORS LICENSES/a/MIT.txt") { Project = Short + "dynamic = [\"description\", \"readme\", \"keywords\", \"license\", \"authors\", \"maintainers\", \"urls\", \"scripts\", \"entry-points\", \"classifiers\", \"requires-python\"]\n" },
        new("people, urls and licences", "", "greeter/__init__.py LICENSE NOTICE COPYING") { Project = Named + "license = \"mit\"\nauthors = [{ name = \"Ada\", email = \"ada@example.org\" }, { name = \"Grace\" }]\n[project.urls]\nhomepage = \"https://example.org/\"\nChanges = \"https://example.org/c\"\n" },
        new("classifiers of python", "", "greeter/__init__.py") { Project = Short + "description = \"x\"\nrequires-python = \">=3.10\"\n" },
    ];

    internal static readonly PeerBackend Peer = new("poetry.core.masonry.api", "import poetry.core.masonry.api, poetry.core; print(poetry.core.__version__)", [.. All.Select(kind => kind with { Since = "2.3" })]);

    public static TheoryData<string> Kinds => Peer.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task IsPacked(string kind) => Peer.AssertSameAsync(kind);
}
