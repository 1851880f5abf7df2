using TrustedPublishing.Distributions;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>The rows with which the preflight is tested, over HTTP: verdict and message are the same.</summary>
public sealed class CheckedArchives
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetTheVerdictOfThePreflight(string name)
    {
        var row = ArchiveCases.Named(name);
        await using var bench = await Bench.StartAsync();
        var content = row.Content();
        FormField[] fields =
        [
            new(":action", "file_upload"),
            new("sha256_digest", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))),
            .. row.Form().Select(field => new FormField(field.Name, field.Value)),
        ];

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(fields).File(row.FileName, content));

        Assert.Equal(row.ServerFails ? (500, "Internal Server Error") : (row.Refusal is null ? 200 : 400, row.Refusal ?? "OK"), (reply.Status, reply.Reason));
        Assert.Equal(row.Refusal is null ? 1 : 0, bench.Index.Files.Count);
    }

    public static TheoryData<string> Names() => [.. ArchiveCases.All.Select(row => row.Name)];
}
