namespace TrustedPublishing.Packaging.Tests.Backends;

public sealed class AsPdmBuilds
{
    private const string Build = "[tool.pdm.build]\n";

    private static readonly BackendKind[] All =
    [
        new("several packages beside the file", "", "greeter/__init__.py greeter/.hidden greeter/data/x other/__init__.py docs/conf.py tests/__init__.py tests/a.py x-stubs/__init__.pyi"),
        new("several packages under src", "", "src/greeter/__init__.py src/greeter/a/b.txt src/other/__init__.py src/m.py"),
        new("modules", "", "greeter.py other.py data.txt"),
        new("includes", Build + "includes = [\"greeter\", \"extra/*.txt\", \"one.py\"]\n", "greeter/__init__.py greeter/x extra/a.txt extra/b/c.txt one.py two.py"),
        new("includes under src", Build + "includes = [\"src/greeter\"]\n", "src/greeter/__init__.py src/other/__init__.py"),
        new("excludes", Build + "excludes = [\"greeter/priv\", \"greeter/**/*.json\", \"**/x.md\"]\n", "greeter/__init__.py greeter/priv/a.py greeter/a.json greeter/b/c.json greeter/x.md greeter/y.md"),
        new("includes against excludes", Build + "includes = [\"greeter\", \"greeter/keep.json\"]\nexcludes = [\"greeter/*.json\"]\n", "greeter/__init__.py greeter/keep.json greeter/drop.json"),
        new("source-includes", Build + "source-includes = [\"docs\", \"CHANGELOG.md\"]\n", "greeter/__init__.py tests/a.py docs/x/y CHANGELOG.md"),
        new("package-dir", Build + "package-dir = \"lib\"\n", "lib/greeter/__init__.py lib/greeter/x src/a/__init__.py"),
        new("wheel data", "[tool.pdm.build.wheel-data]\ndata = [{ path = \"etc/**/*\", relative-to = \"etc\" }, \"man/*.1\"]\n", "greeter/__init__.py etc/a etc/b/c man/x.1"),
        new("a version of a file", "[tool.pdm.version]\nsource = \"file\"\npath = \"greeter.py\"\n", "greeter.py=__version__\\s=\\s\"1.5\"\\s\\s#\\sx\\n") { Project = "name = \"greeter\"\ndynamic = [\"version\"]\nrequires-python = \">=3.9\"\n" },
        new("licences", "", "greeter.py LICENSE COPYING NOTICE AUTHORS"),
        new("a licence of a file", "", "greeter.py TERMS=One\\n\\nTwo\\n LICENSE") { Project = "name = \"greeter\"\nversion = \"1\"\nlicense = { file = \"TERMS\" }\nrequires-python = \">=3.9\"\n" },
        new("stated licence files", "", "greeter.py LICENSE sub/a/LICENSE sub/L") { Project = "name = \"greeter\"\nversion = \"1\"\nlicense = \"MIT\"\nlicense-files = [\"sub/**/L*\"]\nrequires-python = \">=3.9\"\n" },
    ];

    internal static readonly PeerBackend Peer = new("pdm.backend", "import pdm.backend; print('2.4')", All);

    public static TheoryData<string> Kinds => Peer.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task IsPacked(string kind) => Peer.AssertSameAsync(kind);
}
