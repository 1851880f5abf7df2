using System.Text;

namespace TrustedPublishing.Distributions.Tests;

public class ReadingMetadata
{
    [Fact]
    public void KeepsFieldsInTheirOrder() => Assert.Equal(
        [new("Metadata-Version", "2.4"), new("Name", "foo"), new("X-Own", "kept"), new("Classifier", "A"), new("classifier", "B"), new("Description", "Body.\n")],
        Read("Metadata-Version: 2.4\r\nName:foo\r\nX-Own: kept\r\nClassifier: A\r\nclassifier: B\r\n\r\nBody.\n").Fields);

    [Fact]
    public void IgnoresTheCaseOfNames() => Assert.Equal(["A", "B"], Read("Classifier: A\nCLASSIFIER: B\n").GetAll("classifier"));

    [Fact]
    public void KeepsLineBreaksOfFoldedFields() => Assert.Equal("one\n  two", Read("Summary: one\n  two\n").Get("Summary"));

    [Fact]
    public void SupportsUtf8() => Assert.Equal("Žluťoučký 🐍", Read("Author: Žluťoučký 🐍\n").Get("Author"));

    [Theory]
    [InlineData("Description: one\n        two\n        \n            four\n", "one\ntwo\n\n    four")]
    [InlineData("Description: one\n       |two\n       |\n       |    four\n", "one\ntwo\n\n    four")]
    public void RemovesThePrescribedIndentationOfADescriptionHeader(string metadata, string expected) =>
        Assert.Equal(expected, Read(metadata).Get("Description"));

    [Fact]
    public void StartsTheDescriptionAtTheFirstNonHeader() => Assert.Equal("no header\nName: x\n", Read("Name: foo\nno header\nName: x\n").Get("Description"));

    [Fact]
    public void NamesFieldsThatAreNotUtf8()
    {
        var metadata = CoreMetadata.Parse([.. "Author: "u8, 0xff, .. "\nName: foo\n"u8]);
        Assert.Equal(["author"], metadata.Undecodable);
        Assert.Equal("ÿ", metadata.Get("Author"));
        Assert.Equal("foo", metadata.Name);
    }

    [Fact]
    public void RejectsMoreThanTheLimit()
    {
        using var endless = new MemoryStream(new byte[CoreMetadata.MaximumLength + 1]);
        Assert.Contains("longer than 64 MiB", Assert.Throws<FormatException>(() => CoreMetadata.Parse(endless)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => CoreMetadata.Parse(new byte[CoreMetadata.MaximumLength + 1]));
    }

    [Fact]
    public Task CreatesTheUploadForm() => Verifier.Verify(string.Join('\n', UploadForm.From(Forms.Distribution("foo_bar-1.0-py2.py3-none-any.whl",
        """
        Metadata-Version: 2.5
        Name: foo.bar
        Version: 1.0
        Summary: A summary
        Keywords: one,two
        Home-page: UNKNOWN
        Author:
        Classifier: Topic :: Utilities
        Classifier: Typing :: Typed
        Project-URL: Home, https://example.com
        License-Expression: MIT
        License-File: LICENSE
        License-File: NOTICE
        Platform: any
        Requires-Dist: x
        Requires-Dist: y; extra == "z"
        Provides-Extra: z
        Import-Name: foo.bar
        Dynamic: Version
        X-Own: not sent
        Description-Content-Type: text/markdown

        # Foo
        """)).Fields.Select(field => $"{field.Name}={field.Value}")));

    [Fact]
    public void GivesAnSdistItsOwnPythonVersion() =>
        Assert.Equal(["sdist", "source"], UploadForm.From(Forms.Distribution("foo-1.0.tar.gz")).Fields.Where(field => field.Name is "filetype" or "pyversion").Select(field => field.Value));

    private static CoreMetadata Read(string text) => CoreMetadata.Parse(Encoding.UTF8.GetBytes(text));
}
