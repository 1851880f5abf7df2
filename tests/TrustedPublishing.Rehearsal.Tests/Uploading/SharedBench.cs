using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>
/// One index for all rows that are rejected, because those leave nothing behind; a row that is accepted gets its own index.
/// </summary>
public sealed class SharedBench : IAsyncLifetime
{
    private Bench? shared;

    internal Bench Shared => shared!;

    public async ValueTask InitializeAsync() => shared = await Bench.StartAsync(null, Bench.Publisher with { Projects = ["of-a-publisher"] });

    public ValueTask DisposeAsync() => Shared.DisposeAsync();

    /// <summary>Uploads as the owner of the project in the form, which exists.</summary>
    public async Task<(int Status, string? Reason)> UploadAsync(IReadOnlyList<FormField> fields, string fileName, byte[] content, bool isRefused)
    {
        if (isRefused)
        {
            return await UploadAsync(Shared, fields, fileName, content, files: 0);
        }

        await using var own = await Bench.StartAsync();
        return await UploadAsync(own, fields, fileName, content, files: 1);
    }

    private static async Task<(int Status, string? Reason)> UploadAsync(Bench bench, IReadOnlyList<FormField> fields, string fileName, byte[] content, int files)
    {
        if (fields.FirstOrDefault(field => field.Name == "name")?.Value is { } name && ProjectName.IsValid(name))
        {
            bench.Index.CreateProject(name);
        }

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), RawForm.Of([new(":action", "file_upload"), .. fields]).File(fileName, content));
        Assert.Equal(files, bench.Index.Files.Count);
        return (reply.Status, reply.Reason);
    }
}
