namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class ReadmeContentTypes
{
    [Theory]
    [InlineData("README.md", "text/markdown")]
    [InlineData("readme.MD", "text/markdown")]
    [InlineData("README.rst", "text/x-rst")]
    [InlineData("README.txt", "text/plain")]
    public void ComeFromTheExtension(string file, string expected)
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nreadme = \"{file}\"\n", "src/greeter/__init__.py", file);
        Assert.Contains($"\nDescription-Content-Type: {expected}\n\n# {file}\n", project.Metadata(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/markdown; charset=utf-8; variant=gfm", "text/markdown; charset=UTF-8; variant=GFM")]
    [InlineData("Text/Markdown; variant=commonmark; charset=UTF-8", "text/markdown; charset=UTF-8; variant=CommonMark")]
    [InlineData("text/x-rst;charset=\"utf8\"", "text/x-rst; charset=UTF-8")]
    [InlineData("text/plain", "text/plain")]
    public void AreSpelledAsPyPIRequires(string given, string expected)
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nreadme = {{ text = 'Hello', content-type = '{given}' }}\n");
        Assert.Contains($"\nDescription-Content-Type: {expected}\n\nHello", project.Metadata(), StringComparison.Ordinal);
    }
}
