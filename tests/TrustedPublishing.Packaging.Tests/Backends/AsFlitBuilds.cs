namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class AsFlitBuilds
{
    private const string Dynamic = "name = \"greeter\"\ndynamic = [\"version\", \"description\"]\nrequires-python = \">=3.9\"\n";

    private static readonly BackendKind[] All =
    [
        new("a package with hidden and other data", "", "greeter/__init__.py greeter/sub/__init__.py greeter/.hidden greeter/.h/x greeter/data/a.json greeter/bin/x greeter/old.py~ tests/test_a.py secrets.txt"),
        new("a package under src", "", "src/greeter/__init__.py src/greeter/py.typed src/other/__init__.py"),
        new("a module", "", "greeter.py other.py"),
        new("a module under src", "", "src/greeter.py"),
        new("a named module", "[tool.flit.module]\nname = \"hello\"\n", "hello/__init__.py greeter/__init__.py"),
        new("a namespace", "[tool.flit.module]\nname = \"acme.greeter\"\n", "acme/greeter/__init__.py acme/other/__init__.py"),
        new("a stub package", "[tool.flit.module]\nname = \"greeter-stubs\"\n", "greeter-stubs/__init__.pyi greeter-stubs/sub/x.pyi") { Since = "3.10" },
        new("sdist include", "[tool.flit.sdist]\ninclude = [\"doc\", \"tests/*.py\", \"*.txt\", \"deep/**/x\"]\n", "greeter/__init__.py doc/a doc/b/.c tests/test_a.py tests/data.json tests/.h.py a.txt .b.txt deep/x deep/1/2/x deep/.3/x"),
        new("sdist exclude", "[tool.flit.sdist]\ninclude = [\"doc/\"]\nexclude = [\"doc/*.html\", \"doc/priv\", \"greeter/data\"]\n", "greeter/__init__.py greeter/data/x doc/a.html doc/a.md doc/priv/x"),
        new("external data", "[tool.flit.external-data]\ndirectory = \"data\"\n", "greeter/__init__.py data/share/man/greeter.1 data/etc/.conf"),
        new("a dynamic version and summary", "", "greeter/__init__.py=\"\"\"Greets.\\n\\nAt\\slength.\"\"\"\\n__version__\\s=\\s\"1.2b3\"\\n") { Project = Dynamic },
        new("a version of another file", "", "greeter/__init__.py='Greets'\\n__version__=\"1\"\\n greeter/_version.py=#\\sx\\n__version__:\\sstr=\\s'2.0'\\n") { Project = Dynamic },
        new("readme and licence tables", "", "greeter/__init__.py README.rst=Hello\\n TERMS")
        {
            Project = "name = \"greeter\"\nversion = \"1\"\ndescription = \"x\"\nrequires-python = \">=3.9\"\nlicense = { file = \"TERMS\" }\nreadme = \"README.rst\"\nauthors = [{ name = \"Ada\", email = \"ada@example.org\" }, { name = \"Grace\" }]\nkeywords = [\"a\", \"b c\"]\ndependencies = [\"x>=1,<2\", \"y[z]; python_version < '3.11'\"]\n[project.optional-dependencies]\ncli = [\"click\", \"w; os_name == 'nt' or os_name == 'x'\"]\n[project.scripts]\ng = \"greeter:main\"\n[project.urls]\nHome = \"https://example.org/\"\n",
            Since = "3.11",
        },
        new("the usual licence files", "", "greeter/__init__.py LICENSE COPYING.txt NOTICE AUTHORS licences/LICENSE") { Since = "4" },
    ];

    internal static readonly PeerBackend Peer = new("flit_core.buildapi", "import flit_core.buildapi; print(flit_core.__version__)", All);

    public static TheoryData<string> Kinds => Peer.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task IsPacked(string kind) => Peer.AssertSameAsync(kind);
}
