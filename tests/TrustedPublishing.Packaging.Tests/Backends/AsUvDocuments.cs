using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>
/// uv_build is a separate program that few machines have; the expected files are listed here, according to its documentation and source.
/// </summary>
public sealed class AsUvDocuments
{
    private const string Head = "[build-system]\nrequires = [\"uv_build>=0.9,<1\"]\nbuild-backend = \"uv_build\"\n[project]\nname = \"greeter\"\nversion = \"1\"\n[tool.uv.build-backend]\n";

    [Theory]
    [InlineData("", "src/greeter/__init__.py src/greeter/.h src/greeter/a/b.txt src/other/__init__.py tests/a.py", "greeter/.h greeter/__init__.py greeter/a/b.txt", "src/greeter/.h src/greeter/__init__.py src/greeter/a/b.txt")]
    [InlineData("module-root = \"\"", "greeter/__init__.py src/x.py", "greeter/__init__.py", "greeter/__init__.py")]
    [InlineData("module-name = \"Hello\"", "src/Hello/__init__.py", "Hello/__init__.py", "src/Hello/__init__.py")]
    [InlineData("", "src/Greeter/__init__.py", "Greeter/__init__.py", "src/Greeter/__init__.py")]
    [InlineData("module-name = \"acme.greeter\"", "src/acme/greeter/__init__.py src/acme/other/__init__.py", "acme/greeter/__init__.py", "src/acme/greeter/__init__.py")]
    [InlineData("module-name = [\"a\", \"b.c\"]", "src/a/__init__.py src/b/c/__init__.py src/d/__init__.py", "a/__init__.py b/c/__init__.py", "src/a/__init__.py src/b/c/__init__.py")]
    [InlineData("module-name = \"greeter-stubs\"", "src/greeter-stubs/__init__.pyi", "greeter-stubs/__init__.pyi", "src/greeter-stubs/__init__.pyi")]
    [InlineData("module-name = \"acme\"\nnamespace = true", "src/acme/a/__init__.py src/acme/b/__init__.py", "acme/a/__init__.py acme/b/__init__.py", "src/acme/a/__init__.py src/acme/b/__init__.py")]
    [InlineData("source-include = [\"tests/**\", \"*.md\"]\nsource-exclude = [\"/tests/data\", \"*.bin\"]", "src/greeter/__init__.py src/greeter/x.bin tests/a.py tests/b/c.py tests/data/x N.md d/N.md", "greeter/__init__.py", "N.md src/greeter/__init__.py tests/a.py tests/b/c.py")]
    [InlineData("wheel-exclude = [\"tests\", \"*.txt\"]", "src/greeter/__init__.py src/greeter/tests/a.py src/greeter/a.txt", "greeter/__init__.py", "src/greeter/__init__.py src/greeter/a.txt src/greeter/tests/a.py")]
    [InlineData("data = { data = \"share\", headers = \"h\" }", "src/greeter/__init__.py share/a/b h/x.h", "greeter-1.data/data/a/b greeter-1.data/headers/x.h greeter/__init__.py", "h/x.h share/a/b src/greeter/__init__.py")]
    public void IsPacked(string settings, string files, string wheel, string sdist)
    {
        using var project = new PythonProject(Head + settings + "\n", files.Split(' '));
        Assert.Equal(wheel, string.Join(' ', project.Wheel().Keys.Where(name => !name.Contains(".dist-info/", StringComparison.Ordinal))));
        Assert.Equal(sdist, string.Join(' ', project.Sdist().Keys.Except(["PKG-INFO", "pyproject.toml"])));
    }

    [Theory]
    [InlineData("", "greeter/__init__.py", "project.name")]
    [InlineData("", "src/greeter/x.py", "project.name")]
    [InlineData("module-name = \"no\"", "src/greeter/__init__.py", "tool.uv.build-backend.module-name")]
    [InlineData("module-root = \"..\"", "src/greeter/__init__.py", "tool.uv.build-backend.module-root")]
    [InlineData("data.data = \"../x\"", "src/greeter/__init__.py", "tool.uv.build-backend.data.data")]
    public void IsRejectedWhereUvRejectsIt(string settings, string files, string key)
    {
        using var project = new PythonProject(Head + settings + "\n", files.Split(' '));
        Assert.Equal(key, Assert.Single(project.Findings()).Key);
    }

    [Fact]
    public void IsPackedWithRepeatedNamesAndStatedLicencesOnly()
    {
        using var project = new PythonProject(Head.Replace("[tool", "authors = [{ name = \"Ada\", email = \"ada@example.org\" }, { name = \"Grace\" }]\nlicense = \"MIT\"\n[tool", StringComparison.Ordinal), "src/greeter/__init__.py", "LICENSE");
        var metadata = CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(project.Metadata()));
        Assert.Equal(("Ada, Grace", "Ada <ada@example.org>"), (metadata.Get("Author"), metadata.Get("Author-email")));
        Assert.Empty(metadata.GetAll("License-File"));
    }
}
