using TrustedPublishing.Distributions;
using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Inspection;

/// <summary>Archives created by Python's own modules, so that the readers are not only tested with the builders of the tests.</summary>
public sealed class InspectingArchivesBuiltByPython : IDisposable
{
    private const string Script =
        """
        import io, sys, tarfile, zipfile
        metadata = "Metadata-Version: 2.4\nName: greeter\nVersion: 1.0\nSummary: Gr\u00fc\u00dft\n\nHallo\n".encode()
        with zipfile.ZipFile("greeter-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
            names = ["greeter/__init__.py", "greeter/gr\u00fc\u00dfe.txt", "greeter-1.0.dist-info/METADATA", "greeter-1.0.dist-info/WHEEL"]
            for name in names:
                wheel.writestr(name, metadata if name.endswith("METADATA") else b"x = 1\n")
            with wheel.open("greeter/large.bin", "w", force_zip64=True) as large:
                large.write(b"x" * 1000)
            record = "".join(f"{name},sha256=x,1\n" for name in names + ["greeter/large.bin"]) + "greeter-1.0.dist-info/RECORD,,\n"
            wheel.writestr("greeter-1.0.dist-info/RECORD", record)
        with tarfile.open("greeter-1.0.tar.gz", "w:gz", format=getattr(tarfile, sys.argv[1])) as sdist:
            for name, data in [("greeter-1.0/" + "deep/" * 30 + "file.txt", b"x" * 5000), ("greeter-1.0/gr\u00fc\u00dfe.txt", b""), ("greeter-1.0/PKG-INFO", metadata)]:
                member = tarfile.TarInfo(name)
                member.size = len(data)
                sdist.addfile(member, io.BytesIO(data))
        """;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("PAX_FORMAT")]
    [InlineData("GNU_FORMAT")]
    [InlineData("USTAR_FORMAT")]
    public async Task FindsNothingWrong(string format)
    {
        var python = Peers.Find("python3");
        var made = await ChildProcess.RunAsync(python, ["-c", Script, format], folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(made.ExitCode == 0, made.ToString());

        var options = Options.Of(PackageIndex.PyPI) with { Distributions = ["*"], BaseDirectory = folder.Path };
        var inspection = await options.Inspector.InspectAsync(DistributionFinder.Find(options.Distributions, options.BaseDirectory), null, TestContext.Current.CancellationToken);

        Assert.Empty(inspection.Warnings);
        Assert.Equal(["Grüßt", "Grüßt"], inspection.Distributions.Select(each => each.Metadata.Get("Summary")));
        Assert.Equal([DistributionKind.Wheel, DistributionKind.Sdist], inspection.Distributions.Select(each => each.FileName.Kind));
    }
}
