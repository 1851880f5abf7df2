namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class AsSetuptoolsBuilds
{
    private const string Tool = "[tool.setuptools]\n";
    private const string Module = "[tool.setuptools]\npy-modules = [\"greeter\"]\n";
    private const string Find = "[tool.setuptools.packages.find]\n";
    private const string Data = "greeter/__init__.py greeter/a.txt greeter/b.json greeter/.hidden greeter/py.typed greeter/x.pyi greeter/data/c.txt greeter/data/deep/d.txt greeter/sub/__init__.py greeter/sub/e.txt";

    private static readonly BackendKind[] All =
    [
        new("one package beside the file", "", "greeter/__init__.py greeter/sub/__init__.py greeter/ns/x.py greeter/a.txt tests/test_a.py tests/b.py docs/conf.py README.md CHANGELOG.md setup.cfg=[flake8]\\nx\\s=\\s1\\n\\n") { Since = "74" },
        new("several packages under src", "", "src/a/__init__.py src/b/x.py src/c.py src/d/e/f.py src/no-name.py"),
        new("a module", "", "greeter.py noxfile.py"),
        new("stubs beside the package", "", "greeter/__init__.py greeter-stubs/__init__.pyi greeter-stubs/x/y.pyi") { Since = "69" },
        new("stated packages without sub-packages", Tool + "packages = [\"a\", \"b.c\"]\n", "a/__init__.py a/x.py a/sub/__init__.py b/c/__init__.py b/d/__init__.py"),
        new("find with where", Find + "where = [\"lib\"]\n", "lib/greeter/__init__.py lib/ns/a/x.py lib/m.py other/__init__.py"),
        new("find in two folders", Find + "where = [\"lib\", \"more\"]\n", "lib/greeter/__init__.py more/extra/__init__.py more/extra/sub/__init__.py"),
        new("find with include and exclude", Find + "include = [\"greeter*\"]\nexclude = [\"greeter.tests*\", \"*.priv\"]\n", "greeter/__init__.py greeter/tests/__init__.py greeter/a/priv/__init__.py greeter/a/__init__.py other/__init__.py"),
        new("find without namespaces", Find + "namespaces = false\n", "greeter/__init__.py greeter/ns/x.py greeter/ns/sub/__init__.py docs/x.py"),
        new("package-dir of the root", Tool + "package-dir = { \"\" = \"lib\" }\n", "lib/greeter/__init__.py lib/m.py src/x.py"),
        new("package-dir of a package", Tool + "packages = [\"acme\", \"acme.sub\"]\npackage-dir = { acme = \"lib/x\", \"acme.sub\" = \"other\" }\n", "lib/x/__init__.py lib/x/y.py other/__init__.py"),
        new("package-dir without packages", Tool + "package-dir = { greeter = \"lib\" }\n", "lib/__init__.py lib/sub/x.py"),
        new("modules", Tool + "py-modules = [\"one\", \"two\"]\n", "one.py two.py three.py"),
        new("modules in a folder", Tool + "py-modules = [\"one\"]\npackage-dir = { \"\" = \"lib\" }\n", "lib/one.py lib/two.py"),
        new("package-data", "[tool.setuptools.package-data]\n\"*\" = [\"*.txt\"]\ngreeter = [\"data/**/*\", \".h*\"]\n", Data) { Since = "69" },
        new("exclude-package-data", "[tool.setuptools.package-data]\ngreeter = [\"**\"]\n[tool.setuptools.exclude-package-data]\n\"*\" = [\"*.txt\"]\ngreeter = [\"b.*\"]\n", Data) { Since = "69" },
        new("include-package-data", "", Data + " MANIFEST.in=include\\sgreeter/a.txt\\ngraft\\sgreeter/data\\n") { Since = "69" },
        new("no include-package-data", Tool + "include-package-data = false\n", Data + " MANIFEST.in=graft\\sgreeter\\n") { Since = "69" },
        new("manifest include and exclude", Module, "greeter.py a.txt b.txt c.md x/d.txt x/e/f.txt .h.txt MANIFEST.in=#\\sx\\ninclude\\s*.txt\\sx/*/f.txt\\sc.md\\s#\\sy\\nexclude\\sb.*\\n"),
        new("manifest recursive", Module, "greeter.py docs/a.md docs/b.txt docs/x/a.md docs/x/.h.md docs/x/y/c.rst MANIFEST.in=recursive-include\\sdocs\\s*.md\\s*.rst\\nrecursive-exclude\\sdocs/x\\s.h*\\n"),
        new("manifest global", Tool + "packages = [\"greeter\"]\n", "greeter/__init__.py greeter/a.json b.json c/d.json c/e.txt MANIFEST.in=global-include\\s*.json\\nglobal-exclude\\sd.*\\n"),
        new("manifest graft and prune", "", "greeter/__init__.py greeter/data/a docs/a docs/x/b docs/y/c MANIFEST.in=graft\\sdocs\\ngraft\\sgreeter/*\\nprune\\sdocs/x\\nprune\\sd*/y\\n"),
        new("manifest with joined lines", "", "greeter.py a b c MANIFEST.in=include\\sa\\s\\\\n\\s\\sb\\n\\ninclude\\snosuch\\n"),
        new("manifest that takes a module away", "", "greeter/__init__.py greeter/x.py README.md MANIFEST.in=exclude\\sREADME.md\\nprune\\stests\\n tests/test_a.py"),
        new("data files", Module + "[tool.setuptools.data-files]\n\"share/x\" = [\"etc/*\", \"a.txt\"]\n", "greeter.py etc/b etc/c a.txt"),
        new("platforms", Tool + "platforms = [\"any\", \"linux\"]\n", "greeter.py"),
        new("version that is imported", "[tool.setuptools.dynamic]\nversion = { attr = \"greeter.__version__\" }\n", "src/greeter/__init__.py=from\\s.about\\simport\\sVERSION\\sas\\s__version__\\n\\n src/greeter/about.py=VERSION=(1,\\s2,\\s\"3\")\\n") { Project = "name = \"greeter\"\ndynamic = [\"version\"]\nrequires-python = \">=3.9\"\n" },
        new("version of a literal", "[tool.setuptools.dynamic]\nversion = { attr = \"greeter.about.VERSION\" }\n", "src/greeter/__init__.py src/greeter/about.py=import\\snosuch\\nVERSION=(1,\\s2,\\s\"3\")\\n") { Project = "name = \"greeter\"\ndynamic = [\"version\"]\nrequires-python = \">=3.9\"\n" },
        new("values of files", "[tool.setuptools.dynamic]\nversion = { file = \"VERSION\" }\nreadme = { file = [\"README.rst\", \"NEWS.rst\"] }\ndependencies = { file = [\"reqs.txt\"] }\noptional-dependencies.cli = { file = [\"cli.txt\"] }\n", "greeter.py VERSION=2.5\\n README.rst=Hello\\n NEWS.rst=News\\n reqs.txt=#\\sx\\nrequests>=2\\n\\nrich\\s\\s#\\sy\\n cli.txt=click\\n")
        {
            Project = "name = \"greeter\"\ndynamic = [\"version\", \"readme\", \"dependencies\", \"optional-dependencies\"]\nrequires-python = \">=3.9\"\n",
            Since = "68",
        },
        new("licences", "", "greeter.py LICENSE AUTHORS") { Project = "name = \"greeter\"\nversion = \"1\"\nlicense = \"mit or  apache-2.0\"\nrequires-python = \">=3.9\"\n", Since = "77" },
        new("licences of setup.cfg", "", "greeter.py TERMS NOTICE setup.cfg=[metadata]\\nlicense_files\\s=\\n\\sTERMS\\n\\n") { Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\n", Since = "77" },
        new("a licence of a file", "", "greeter.py TERMS=One\\n\\nTwo\\n NOTICE") { Project = "name = \"greeter\"\nversion = \"1\"\nlicense = { file = \"TERMS\" }\nrequires-python = \">=3.9\"\n", Since = "77" },
    ];

    internal static readonly PeerBackend Peer = new("setuptools.build_meta", """
        import setuptools.build_meta
        try:
            import setuptools.command.bdist_wheel
        except ImportError:
            import wheel
        print(setuptools.__version__)
        """, All);

    public static TheoryData<string> Kinds => Peer.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task IsPacked(string kind) => Peer.AssertSameAsync(kind);
}
