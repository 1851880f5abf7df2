namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class AsHatchlingBuilds
{
    private const string Wheel = "[tool.hatch.build.targets.wheel]\n";
    private const string Sdist = "[tool.hatch.build.targets.sdist]\n";
    private const string Dynamic = "name = \"greeter\"\ndynamic = [\"version\"]\nrequires-python = \">=3.9\"\n";
    private const string Package = "src/greeter/__init__.py src/greeter/sub/__init__.py src/greeter/sub/a.json";

    private static readonly BackendKind[] All =
    [
        new("a package with hidden and other data", "", "greeter/__init__.py greeter/.hidden greeter/.h/x greeter/data/a.json greeter/bin/x greeter/old.py~ tests/test_a.py docs/a.md .github/x"),
        new("caches of tools", "", "greeter/__init__.py .pytest_cache/x greeter/.mypy_cache/x greeter/.ruff_cache/x .venv/x") { Since = "1.25" },
        new("a package under src", "", $"{Package} src/other/__init__.py tests/a.py"),
        new("a module", "", "greeter.py other.py"),
        new("a namespace", "", "acme/greeter/__init__.py acme/greeter/x.py"),
        new("keywords", "", Package) { Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\nkeywords = [\"b\", \"a c\", \"b\", \"Z\"]\n" },
        new("a name with a dash", "", "acme_greeter/__init__.py") { Project = "name = \"Acme-Greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\n" },
        new("packages in two folders", Wheel + "packages = [\"src/greeter\", \"lib/other\"]\n", $"{Package} lib/other/__init__.py lib/third/__init__.py"),
        new("a package of a package", Wheel + "packages = [\"src/acme/greeter\"]\n", "src/acme/greeter/__init__.py src/acme/other/__init__.py"),
        new("include", Wheel + "include = [\"greeter/**/*.py\", \"/data\", \"*.txt\", \"!b.txt\"]\n", "greeter/__init__.py greeter/a.json greeter/x/y.py data/x other/data/x a.txt b.txt z/b.txt z/c.txt"),
        new("exclude", Wheel + "exclude = [\"/src/greeter/sub\", \"*.md\", \"tmp/\"]\n", $"{Package} src/greeter/a.md src/greeter/tmp/x src/greeter/x/tmp"),
        new("include with packages", Wheel + "packages = [\"greeter\"]\ninclude = [\"other\"]\n", "greeter/__init__.py other/__init__.py"),
        new("only-include with sources", Wheel + "only-include = [\"src/greeter\", \"one.py\"]\nsources = [\"src\"]\n", $"{Package} one.py two.py"),
        new("a map of sources", Wheel + "include = [\"src\"]\nsources = { \"src/greeter\" = \"acme/greeter\" }\n", $"{Package} src/other.py"),
        new("force-include", "[tool.hatch.build.targets.wheel.force-include]\n\"other/a.txt\" = \"greeter/b.txt\"\n\"tree\" = \"greeter/tree\"\n", $"{Package} other/a.txt tree/x tree/y/.z"),
        new("artifacts of ignored files", "[tool.hatch.build]\nartifacts = [\"*.gen\", \"!x.gen\"]\n", $"{Package} src/greeter/a.gen src/greeter/x.gen src/greeter/b.tmp .gitignore=*.gen\\n*.tmp\\n"),
        new("what git ignores", "", $"{Package} .gitignore=#\\sx\\n*.log\\n!keep.log\\n/build\\ntemp/\\nsrc/greeter/a?.txt\\n[xy].md\\n**/deep/z\\n src/greeter/a.log src/greeter/keep.log build/x src/greeter/build/x src/greeter/temp/x src/greeter/a1.txt src/greeter/a12.txt src/greeter/x.md src/greeter/z.md src/greeter/deep/z"),
        new("ignore-vcs", "[tool.hatch.build]\nignore-vcs = true\n", $"{Package} .gitignore=*.log\\n src/greeter/a.log"),
        new("sdist include", Sdist + "include = [\"/src\", \"/tests/*.py\"]\n", $"{Package} tests/a.py tests/b/c.py README.md docs/x"),
        new("sdist exclude", Sdist + "exclude = [\"/docs\", \".github\", \"*.yml\"]\n", $"{Package} docs/x .github/x a.yml src/docs/x"),
        new("sdist only-include", Sdist + "only-include = [\"src\", \"tests\"]\n", $"{Package} tests/a.py docs/x"),
        new("sdist packages and force-include", Sdist + "packages = [\"src/greeter\"]\n[tool.hatch.build.targets.sdist.force-include]\n\"docs/x\" = \"greeter/x\"\n" + Wheel + "packages = [\"src/greeter\", \"greeter\"]\n", $"{Package} docs/x docs/y"),
        new("settings for both", "[tool.hatch.build]\nexclude = [\"*.json\"]\n", Package),
        new("only-packages", Wheel + "only-packages = true\ninclude = [\"*.py\", \"*.json\"]\n", "greeter/__init__.py greeter/a.json data/a.json data/b.py"),
        new("skip-excluded-dirs", Wheel + "exclude = [\"src/greeter/sub\"]\nartifacts = [\"*.json\"]\nskip-excluded-dirs = true\n", Package),
        new("shared data", "[tool.hatch.build.targets.wheel.shared-data]\n\"etc\" = \"etc/greeter\"\n\"man.1\" = \"share/man/man1/greeter.1\"\n", $"{Package} etc/a etc/b/c man.1"),
        new("a version of a file", "[tool.hatch.version]\npath = \"src/greeter/__init__.py\"\n", "src/greeter/__init__.py=import\\sos\\nVERSION\\s=\\s'v1.2'\\n") { Project = Dynamic },
        new("a version with a pattern", "[tool.hatch.version]\npath = \"v.txt\"\npattern = '(?P<q>[\"])(?P<version>[^\"]+)(?P=q)'\n", "greeter.py v.txt=the\\s\"3.1\"\\n") { Project = Dynamic },
        new("a version of code", "[tool.hatch.version]\nsource = \"code\"\npath = \"greeter.py\"\n", "greeter.py=__version__\\s=\\s\"1\"\\s\"\"\\nx=1\\n\\n") { Project = Dynamic.Replace("dynamic = [\"version\"]", "version = \"4\"", StringComparison.Ordinal) },
        new("a version of PKG-INFO", "", "greeter.py PKG-INFO=Metadata-Version:\\s2.1\\nName:\\sgreeter\\nVersion:\\s5.1\\n") { Project = Dynamic, Since = "1.19" },
        new("expressions and files of licences", "", "greeter.py LICENSE NOTICE AUTHORS.md sub/LICENSE sub/a/LICENSE sub/a/b/LICENSE")
        {
            Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\nlicense = \"mit OR apache-2.0\"\nlicense-files = [\"LICENSE\", \"sub/**/L*\"]\nclassifiers = [\"License :: OSI Approved :: MIT License\"]\n",
            Since = "1.27",
        },
        new("a licence of a file", "", "greeter.py TERMS=One\\n\\nTwo\\n LICENSE") { Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\nlicense = { file = \"TERMS\" }\n", Since = "1.27" },
        new("a table of licence files", "", "greeter.py LICENSE NOTICE") { Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\nlicense = \"MIT\"\nlicense-files = { paths = [\"LIC*\"] }\n", Since = "1.27" },
        new("extras of extras", "", "greeter.py") { Project = "name = \"greeter\"\nversion = \"1\"\nrequires-python = \">=3.9\"\n[project.optional-dependencies]\na_b = [\"x>=1; os_name == 'nt'\"]\nall = [\"Greeter[a-b,c]\", \"y\"]\nc = [\"z\", \"greeter[a_b]\"]\n", Since = "1.22" },
        new("hooks that are off", "[tool.hatch.build.hooks.custom]\nenable-by-default = false\n[tool.hatch.build.targets.custom]\npath = \"x.py\"\n", Package),
    ];

    internal static readonly PeerBackend Peer = new("hatchling.build", "import hatchling.build, hatchling.__about__; print(hatchling.__about__.__version__)", All);

    public static TheoryData<string> Kinds => Peer.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task IsPacked(string kind) => Peer.AssertSameAsync(kind);
}
