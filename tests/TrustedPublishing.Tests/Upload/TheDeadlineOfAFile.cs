using TrustedPublishing.Http;

namespace TrustedPublishing.Tests.Upload;

public class TheDeadlineOfAFile
{
    [Theory]
    [InlineData(0, 120)]
    [InlineData(1 << 20, 120 + 10.24)]
    [InlineData(1 << 30, 120 + 10_485.76)]
    public void LeavesTheSlowestConnectionTimeForItsSize(long size, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), TransferDeadline.For(size));
}
