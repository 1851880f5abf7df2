using System.Text;
using CsCheck;
using TrustedPublishing.Index;

namespace TrustedPublishing.Tests.Upload;

public class SimplePages
{
    private const string Json = "application/vnd.pypi.simple.v1+json";
    private static readonly Uri Page = new("https://pypi.example.com/simple/greeter/");

    [Fact]
    public void AreReadFromJson()
    {
        var project = Read(Json, $$"""
            {
              "meta": {"api-version": "1.4", "_last-serial": 1}, "name": "greeter", "project-status": {"status": "archived"}, "versions": ["1.0"],
              "files": [{
                "filename": "greeter-1.0-py3-none-any.whl", "url": "../../packages/greeter-1.0-py3-none-any.whl", "hashes": {"sha256": "{{Sample.Sha256.ToUpperInvariant()}}"},
                "requires-python": ">=3.9", "size": 4711, "upload-time": "2026-09-01T12:00:00.000000Z", "yanked": "broken",
                "core-metadata": {"sha256": "x"}, "provenance": "https://pypi.example.com/integrity/greeter/1.0/greeter-1.0-py3-none-any.whl/provenance"
              }, {
                "filename": "greeter-1.0.tar.gz", "url": "https://files.example.com/greeter-1.0.tar.gz", "hashes": {}, "requires-python": null, "yanked": false, "provenance": null
              }]
            }
            """);

        Assert.Equal(("greeter", "archived"), (project.Name, project.Status));
        Assert.Equal(
            [
                Sample.Listed() with
                {
                    Url = new("https://pypi.example.com/packages/greeter-1.0-py3-none-any.whl"), RequiresPython = ">=3.9", Yanked = true,
                    Provenance = new("https://pypi.example.com/integrity/greeter/1.0/greeter-1.0-py3-none-any.whl/provenance"),
                },
                new() { FileName = "greeter-1.0.tar.gz", Url = new("https://files.example.com/greeter-1.0.tar.gz") },
            ],
            project.Files);
    }

    [Fact]
    public void AreReadFromHtml()
    {
        var project = Read("text/html", $"""
            <!DOCTYPE html>
            <html><head><meta name="pypi:repository-version" content="1.1"><meta name="pypi:project-status" content="active"></head>
            <body><h1>Links for greeter</h1><!-- <a href="hidden-1.0.tar.gz">hidden-1.0.tar.gz</a> -->
            <a href="../../packages/greeter-1.0-py3-none-any.whl#sha256={Sample.Sha256}" data-requires-python="&gt;=3.9" data-yanked="">greeter-1.0-py3-none-any.whl</a><br/>
            <A HREF='https://files.example.com/greeter-1.0.tar.gz#md5=d41d8cd98f00b204e9800998ecf8427e'>greeter-1.0
              .tar.gz</A>
            <a href="/simple/">back</a>
            </body></html>
            """);

        Assert.Equal("active", project.Status);
        Assert.Equal(
            [
                Sample.Listed(size: null, requiresPython: ">=3.9") with { Url = new("https://pypi.example.com/packages/greeter-1.0-py3-none-any.whl"), Yanked = true, UploadTime = null },
                new() { FileName = "greeter-1.0.tar.gz", Url = new("https://files.example.com/greeter-1.0.tar.gz"), Md5 = "d41d8cd98f00b204e9800998ecf8427e" },
            ],
            project.Files);
    }

    [Fact]
    public void AreReadHoweverAnIndexWritesThem()
    {
        var file = Assert.Single(Read("text/html", $"""
            <head><base href="https://pypi.example.com/own/"><base href="https://other.example.com/"></head>
            <a href="packages/greeter-1.0-py3-none-any.whl#SHA256={Sample.Sha256.ToUpperInvariant()}&egg=greeter">whl</a>
            """).Files);
        var marked = Read(Json, "\uFEFF" + """{"files": [{"filename": "greeter-1.0.tar.gz", "url": "greeter-1.0.tar.gz"}]}""");

        Assert.Equal((new("https://pypi.example.com/own/packages/greeter-1.0-py3-none-any.whl"), Sample.Sha256), (file.Url, file.Sha256));
        Assert.Equal(["greeter-1.0.tar.gz"], marked.Files.Select(listed => listed.FileName));
    }

    [Theory]
    [InlineData(Json, "{}", "no list 'files'")]
    [InlineData(Json, "[]", "no list 'files'")]
    [InlineData(Json, """{"files": {}}""", "no list 'files'")]
    [InlineData(Json, """{"files": [""", "cannot be read")]
    [InlineData(Json, """{"meta": {"api-version": "2.0"}, "files": []}""", "version 2.0")]
    [InlineData("text/html", """<meta name="pypi:repository-version" content="2.0">""", "version 2.0")]
    [InlineData("text/html", """<form><input type="password"></form>""", "sign-in page")]
    [InlineData("text/plain", "greeter-1.0.tar.gz", "content type")]
    [InlineData(null, "", "content type")]
    public void AreRejectedIfTheyAreSomethingElse(string? contentType, string body, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<FormatException>(() => Read(contentType, body)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"files": [1, null, [], "x", {}, {"filename": 1, "url": 2}, {"filename": "a.whl"}, {"url": "a.whl"}, {"filename": "", "url": "x"}]}""", 0)]
    [InlineData("""{"meta": 1, "name": 2, "project-status": [], "files": [{"filename": "a.whl", "url": "a.whl", "hashes": [], "size": "12", "yanked": 1, "upload-time": "soon", "requires-python": {}}]}""", 1)]
    [InlineData("""{"files": [{"filename": "a.whl", "url": "a.whl", "hashes": {"sha256": "short"}, "size": -1, "provenance": 5}, {"filename": "b.whl", "url": "b.whl", "size": 1e300}]}""", 2)]
    public void LoseOnlyMalformedParts(string body, int files)
    {
        var project = Read(Json, body);

        Assert.Equal(files, project.Files.Count);
        Assert.All(project.Files, file => Assert.Equal((null, null, null, null), (file.Sha256, file.Size, file.RequiresPython, file.UploadTime)));
    }

    [Fact]
    public void FailOnlyWithAFormatException() => Gen.Select(Gen.Byte.Array[0, 300], Gen.OneOf(Json, "text/html")).Sample((bytes, contentType) =>
        Survives(contentType, bytes));

    [Fact]
    public void FailOnlyWithAFormatExceptionIfDamaged() => Gen.Select(Gen.OneOf(Json, "text/html"), Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.String).Sample((contentType, from, to, text) =>
    {
        var page = contentType == Json
            ? $$"""{"meta": {"api-version": "1.1"}, "files": [{"filename": "a-1.0.tar.gz", "url": "https://x/a-1.0.tar.gz", "hashes": {"sha256": "{{Sample.Sha256}}"}, "size": 3}]}"""
            : $"""<html><base href="https://x/"><a href="a-1.0.tar.gz#sha256={Sample.Sha256}" data-yanked='x' data-size=12>a-1.0.tar.gz</a></html>""";
        var (begin, end) = (from % page.Length, to % page.Length);
        Survives(contentType, Encoding.UTF8.GetBytes(page[..Math.Min(begin, end)] + text + page[Math.Max(begin, end)..]));
    });

    [Fact]
    public void AreReadInLinearTime()
    {
        foreach (var nasty in new[] { "<", "<a ", "<a href=\"", "<!--", "<script>", "</", "a=", "'", "<a x=" })
        {
            Survives("text/html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(nasty, 200_000))));
        }
    }

    private static void Survives(string contentType, byte[] body)
    {
        try
        {
            Assert.NotNull(SimplePage.Read(contentType, body, Page, "greeter").Files);
        }
        catch (FormatException)
        {
            // the only allowed exception
        }
    }

    private static IndexProject Read(string? contentType, string body) => SimplePage.Read(contentType, Encoding.UTF8.GetBytes(body), Page, "greeter");
}
