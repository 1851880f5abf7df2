using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class AProjectThatUsesEveryKey : IDisposable
{
    private const string Pyproject = """"
        [build-system]
        requires = ["hatchling >= 1.26"]
        build-backend = "hatchling.build"

        [project]
        name = "Acme.Greeter"
        version = "v1.0-rc.1"
        description = "Grüße"
        readme = { file = "docs/README.rst", content-type = "text/x-rst; charset=utf-8" }
        requires-python = ">=3.9, !=3.10.*"
        license = "mit or  (Apache-2.0 with LLVM-exception)"
        license-files = ["LICENSE", "licenses/*.txt", "licenses/**/*.txt"]
        authors = [{ name = "Ada Lovelace", email = "ada@example.org" }, { name = "Grace" }, { email = "team@example.org" }, { name = "J. \"Bob\" Doe", email = "bob@example.org" }]
        maintainers = [{ name = "Linus" }]
        keywords = ["greeting", "two words"]
        classifiers = ["Programming Language :: Python :: 3", "Typing :: Typed"]
        dependencies = [
            "requests >= 2, < 3",
            'tomli; python_version < "3.11"',
            "Foo_Bar[a, b] (>=1.0)",
        ]
        import-names = ["acme.greeter", "acme.greeter._native ; private"]
        import-namespaces = ["acme"]

        [tool.hatch.build.targets.wheel]
        packages = ["src/acme"]

        [project.urls]
        Homepage = "https://example.org/greeter"
        "Bug tracker" = "https://example.org/issues"

        [project.scripts]
        greet = "acme.greeter.cli:main"

        [project.gui-scripts]
        greet-window = "acme.greeter.window:Window.show"

        [project.entry-points."acme.plugins"]
        plain = "acme.greeter"
        "two words" = "acme.greeter:thing [cli]"

        [project.optional-dependencies]
        CLI_Tools = ["click", 'colorama; sys_platform == "win32" or os_name == "nt"', "rich; python_version >= '3.10'"]
        empty = []
        """";

    private readonly PythonProject project = new(
        Pyproject, "src/acme/greeter/__init__.py", "LICENSE", "licenses/a/one.txt", "licenses/two.txt", "NOTICE");

    public AProjectThatUsesEveryKey() => project.Write("docs/README.rst", "Greeter\r\n=======\r\n\r\nGrüße.\r\n");

    public void Dispose() => project.Dispose();

    [Fact]
    public Task HasItsMetadata() => Verifier.Verify(project.Metadata());

    [Fact]
    public Task HasItsEntryPoints() => Verifier.Verify(project.Wheel()["acme_greeter-1.0rc1.dist-info/entry_points.txt"]);

    [Fact]
    public void IsReadInTheSameWayByTheUploader()
    {
        var metadata = CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata()));
        Assert.Equal(("Acme.Greeter", "1.0rc1", "Grüße"), (metadata.Name, metadata.Version, metadata.Get("Summary")));
        Assert.Equal("Greeter\n=======\n\nGrüße.\n", metadata.Get("Description"));
        Assert.Equal(["LICENSE", "licenses/a/one.txt", "licenses/two.txt"], metadata.GetAll("License-File"));
        Assert.Empty(metadata.Undecodable);
    }

    [Fact]
    public void HasItsLicencesInBothArchives()
    {
        Assert.Superset(
            new HashSet<string> { "acme_greeter-1.0rc1.dist-info/licenses/LICENSE", "acme_greeter-1.0rc1.dist-info/licenses/licenses/a/one.txt" },
            project.Wheel().Keys.ToHashSet());
        Assert.DoesNotContain("acme_greeter-1.0rc1.dist-info/licenses/NOTICE", project.Wheel().Keys);
        Assert.Superset(new HashSet<string> { "LICENSE", "licenses/a/one.txt", "licenses/two.txt", "docs/README.rst" }, project.Sdist().Keys.ToHashSet());
    }

    [Fact]
    public void CanDeclareThatNothingCanBeImported()
    {
        using var empty = new PythonProject($"{PythonProject.Minimal}\nimport-names = []\n");
        Assert.Equal("Metadata-Version: 2.5\nName: greeter\nVersion: 1.0\nImport-Name: \n", empty.Metadata());
    }
}
