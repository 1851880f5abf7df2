namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>Measures the allocations of the whole process, so no other test may run at the same time.</summary>
[Collection(nameof(UploadingALargeFile))]
[CollectionDefinition(nameof(UploadingALargeFile), DisableParallelization = true)]
public sealed class UploadingALargeFile
{
    private const int Size = 48 << 20;

    [Fact]
    public async Task UsesLittleMemory()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        var sample = Sample.Sdist() with { Content = new byte[Size] };
        using var form = RawForm.Of(sample.Fields()).File(sample.FileName, sample.Content).ToContent();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await bench.SendAsync(HttpMethod.Post, "/legacy/", form, ("Authorization", Bench.Basic("__token__", token)));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Size / 4);
    }
}
