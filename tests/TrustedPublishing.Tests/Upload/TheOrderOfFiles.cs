using TrustedPublishing.Release;

namespace TrustedPublishing.Tests.Upload;

public class TheOrderOfFiles
{
    [Fact]
    public void StartsWithTheSmallestThenTheLargestFirst()
    {
        PlannedFile[] files = [.. new long[] { 30, 10, 40, 20 }.Select(size => new PlannedFile(Sample.Wheel(size: size), default))];

        Assert.Equal([10, 40, 30, 20], UploadOrder.Sort(files).Select(file => file.Distribution.Size));
    }

    [Fact]
    public void IsStableForFilesOfEqualSize()
    {
        PlannedFile[] files = [.. "bca".Select(letter => new PlannedFile(Sample.Wheel($"{letter}-1.0-py3-none-any.whl"), default))];

        Assert.Equal(["a", "c", "b"], UploadOrder.Sort(files).Select(file => file.Name[..1]));
    }
}
