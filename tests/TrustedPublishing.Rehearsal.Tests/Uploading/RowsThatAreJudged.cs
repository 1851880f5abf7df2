using System.Security.Cryptography;
using TrustedPublishing.Distributions;
using TrustedPublishing.Testing.Archives;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>The rows for forms, descriptions and names with which the preflight is tested, over HTTP: verdict and message are the same.</summary>
public sealed class RowsThatAreJudged(SharedBench bench) : IClassFixture<SharedBench>
{
    public static TheoryData<string> Forms { get; } = [.. FormRows.All.Select(row => row.Name)];

    public static TheoryData<string> Descriptions { get; } = [.. DescriptionRows.All.Select(row => row.Name)];

    /// <summary>Except those with line breaks, which a form header cannot contain.</summary>
    public static TheoryData<int> Names { get; } = [.. FileNameRows.All.Index().Where(row => !row.Item.FileName.AsSpan().ContainsAny('\r', '\n')).Select(row => row.Index)];

    public static TheoryData<string, bool> Platforms { get; } =
        [.. PlatformRows.Accepted.Select(tag => (tag, true)), .. PlatformRows.Refused.Select(tag => (tag, false))];

    [Theory, MemberData(nameof(Forms))]
    public async Task OfForms(string name)
    {
        var row = FormRows.All.Single(row => row.Name == name);
        var (project, version) = (Field(row.Fields, "name") ?? "example", PythonVersion.TryParse(Field(row.Fields, "version"), out var parsed) ? parsed.ToString() : "1.0");
        var fileName = ProjectName.IsValid(project) ? $"{ProjectName.InFileName(project)}-{version}.tar.gz" : "example-1.0.tar.gz";
        var content = NamedFiles.Content(fileName);

        Assert.Equal(row.ServerFails ? (500, "Internal Server Error") : Answer(row.Refusal), await bench.UploadAsync([.. row.Fields.Select(field => Real(field, content))], fileName, content, row.Refusal is not null));
    }

    [Theory, MemberData(nameof(Descriptions))]
    public async Task OfDescriptions(string name)
    {
        var row = DescriptionRows.All.Single(row => row.Name == name);
        var type = row.ContentType is { } declared ? [new FormField("description_content_type", declared)] : Array.Empty<FormField>();

        Assert.Equal(row.ServerFails ? (500, "Internal Server Error") : Answer(row.Refusal), await UploadAsync("sdist", "foo", "1.0", "foo-1.0.tar.gz", row.Refusal, [new("description", row.Text), .. type]));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task OfFileNames(int index)
    {
        var row = FileNameRows.All[index];

        Assert.Equal(row.ServerFails ? (500, "Internal Server Error") : Answer(row.ArchiveRefusal ?? row.Refusal), await UploadAsync(row.FileType, row.Project, row.Version, row.FileName, row.Refusal));
    }

    [Theory, MemberData(nameof(Platforms))]
    public async Task OfPlatforms(string tag, bool isAccepted)
    {
        var fileName = $"foo-1.0-py3-none-{tag}.whl";
        var refusal = isAccepted ? null : $"Binary wheel '{fileName}' has an unsupported platform tag '{tag}'.";

        Assert.Equal(Answer(refusal), await UploadAsync("bdist_wheel", "foo", "1.0", fileName, refusal));
    }

    private static (int, string?) Answer(string? refusal) => refusal is null ? (200, "OK") : (400, Line(refusal));

    /// <summary>A status line is limited to Latin-1 without line breaks.</summary>
    private static string Line(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value > 0xFF ? "?" : rune.Value is < ' ' or 0x7f ? " " : rune.ToString()));

    private static string? Field(IReadOnlyList<(string Name, string Value)> fields, string name) => fields.FirstOrDefault(field => field.Name == name).Value;

    /// <summary>In a row, the digest of the file is the letter a, repeated sixty-four times.</summary>
    private static FormField Real((string Name, string Value) field, byte[] content) => new(field.Name, field.Value switch
    {
        { Length: 64 } digest when digest.All(letter => letter == 'a') => Convert.ToHexStringLower(SHA256.HashData(content)),
        { Length: 64 } digest when digest.All(letter => letter == 'A') => Convert.ToHexString(SHA256.HashData(content)),
        _ => field.Value,
    });

    private async Task<(int, string?)> UploadAsync(string fileType, string project, string version, string fileName, string? refusal, params IEnumerable<FormField> further)
    {
        var content = NamedFiles.Content(fileName);
        FormField[] fields =
        [
            new("metadata_version", "2.1"), new("name", project), new("version", version), new("filetype", fileType),
            new("pyversion", fileType == "sdist" ? "source" : "py3"), new("sha256_digest", Convert.ToHexString(SHA256.HashData(content))),
        ];
        return await bench.UploadAsync([.. fields, .. further], fileName, content, refusal is not null);
    }
}
