using System.Text;
using CsCheck;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Metadata;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Tests.Pyproject;

/// <summary>A parser of METADATA gets exactly what the file says, whatever TOML can express.</summary>
public sealed class AnyMetadata
{
    private static readonly Gen<string> Line = Gen.String[Gen.Char["abz AZ09:;,'\"\\#[]{}<>@=äß€語\u2028\u0085"], 1, 40].Select(text => $"x{text}x");

    private static readonly Gen<string> Body = Gen.String[Gen.Char["ab :\n\r\t#äß€語\u2028"], 0, 80];

    [Fact]
    public void ArrivesUnchanged() => Gen.Select(Line, Body, Line, Line).Sample((summary, readme, keyword, label) =>
    {
        using var folder = new Testing.TemporaryDirectory();
        keyword = keyword.Replace(",", "", StringComparison.Ordinal);
        label = label.Replace(",", "", StringComparison.Ordinal)[..Math.Min(20, label.Replace(",", "", StringComparison.Ordinal).Length)].Trim();
        var toml = $$"""
            [project]
            name = "greeter"
            version = "1.0"
            description = {{Quoted(summary)}}
            readme = { text = {{Quoted(readme)}}, content-type = "text/plain" }
            keywords = [{{Quoted(keyword)}}]
            urls = { {{Quoted(label)}} = "https://example.org/" }
            """;
        var complaints = new FindingList("pyproject.toml");
        var project = ProjectReader.Read(TomlFile.Parse(toml, complaints)!, new(new(folder.Path), null), null, new(), complaints);
        Assert.Empty(complaints.All);

        var metadata = CoreMetadata.Parse(Encoding.UTF8.GetBytes(MetadataText.Metadata(project!)));
        Assert.Equal(summary, metadata.Get("Summary"));
        Assert.Equal(keyword, metadata.Get("Keywords"));
        Assert.Equal($"{label}, https://example.org/", metadata.Get("Project-URL"));
        Assert.Equal(readme.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), metadata.Get("Description") ?? "");
    }, iter: 300);

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"\\u{(int)c:X4}"))}\"";
}
