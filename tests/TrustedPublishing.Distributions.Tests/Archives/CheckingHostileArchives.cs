using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>Whatever an archive claims, memory and time are bounded, and checks that could not run are reported.</summary>
public sealed class CheckingHostileArchives
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void ReportsAMillionMembers()
    {
        var content = HostileZips.ManyMembers(1_000_000);

        var (findings, allocated) = Judge(TestWheel.FileName, content);

        Assert.Contains(findings, finding => finding.Severity == FindingSeverity.Warning && finding.Text.StartsWith("The archive was not checked: its central directory has", StringComparison.Ordinal));
        Assert.True(allocated < 4 * Megabyte, $"{allocated} bytes");
    }

    [Fact]
    public void NeverDecompressesAZipBomb()
    {
        var bomb = new ZipPart("greeter/zeros.py", new byte[80 * Megabyte]).Deflated();
        var content = ZipForge.Pack([.. TestWheel.Parts, bomb]);

        var (findings, allocated) = Judge(TestWheel.FileName, content);

        Assert.Equal("Invalid distribution file. File exceeds compression ratio of 50", findings[0].Text);
        Assert.True(allocated < Megabyte, $"{allocated} bytes");
    }

    [Fact]
    public void TrustsNoClaimedSize()
    {
        var liar = new ZipPart("greeter/liar.py", "x") with { CentralSize = 60 * (uint)Megabyte, LocalSize = 60 * (uint)Megabyte };

        var (findings, allocated) = Judge(TestWheel.FileName, ZipForge.Pack([.. TestWheel.Parts, liar]));

        Assert.NotEmpty(findings);
        Assert.True(allocated < Megabyte, $"{allocated} bytes");
    }

    [Fact]
    public void RejectsOverlappingMembers()
    {
        var directory = new ZipPart($"{TestWheel.Folder}/WHEEL", "x") with { LocalCompressed = 500, CentralCompressed = 500 };

        Assert.Equal("Invalid distribution file. None", Judge(TestWheel.FileName, ZipForge.Pack(TestWheel.Replacing(directory))).Findings[0].Text);
    }

    [Fact]
    public void UnpacksALargeSdistInLittleMemory()
    {
        var tar = TestSdist.Start().Member("greeter-1.0/zeros.bin", '0', new byte[64 * Megabyte]).File("greeter-1.0/c", "x").End();

        var (findings, allocated) = Judge(TestSdist.FileName, tar.Compressed());

        Assert.Empty(findings);
        Assert.True(allocated < 2 * Megabyte, $"{allocated} bytes");
    }

    [Fact]
    public void ReportsAHugeExtendedHeader()
    {
        var tar = TestSdist.Start().Member("x", 'x', new byte[2 * Megabyte]).File("greeter-1.0/c", "x").End();

        var (findings, allocated) = Judge(TestSdist.FileName, tar.Compressed());

        Assert.Equal("The archive was not checked: an extended header has 2097152 bytes, and no more than 1048576 are read.", findings.Single().Text);
        Assert.True(allocated < 2 * Megabyte, $"{allocated} bytes");
    }

    [Fact]
    public void FollowsExtendedHeadersWithoutRecursion()
    {
        var tar = TestSdist.Start();
        for (var i = 0; i < 20_000; i++)
        {
            tar.Pax(records: [("comment", "x")]);
        }

        Assert.Empty(Judge(TestSdist.FileName, tar.File("greeter-1.0/c", "x").End().Compressed()).Findings);
    }

    /// <summary>Only the thread's own allocations count, because other tests run at the same time.</summary>
    private static (IReadOnlyList<Finding> Findings, long Allocated) Judge(string fileName, byte[] content)
    {
        var row = new ArchiveCase("", fileName, () => content);
        Verdict.Of(row, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = Verdict.Of(row, content);
        return (findings, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
