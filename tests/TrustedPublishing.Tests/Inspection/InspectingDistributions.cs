using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Tests.Inspection;

public sealed class InspectingDistributions : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly List<PublishProgress> events = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ReadsNameDigestSizeAndMetadata()
    {
        var wheel = Write(TestWheel.FileName, TestWheel.Bytes());
        var sdist = Write(TestSdist.FileName, TestSdist.Bytes());

        var inspection = await InspectAsync(PreflightLevel.Error, wheel, sdist);

        Assert.Empty(inspection.Warnings);
        Assert.Equal([wheel, sdist], inspection.Distributions.Select(each => each.Path));
        Assert.All(inspection.Distributions, each =>
        {
            var content = File.ReadAllBytes(each.Path);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), each.Sha256);
            Assert.Equal(content.Length, each.Size);
            Assert.Equal(("greeter", "1.0", "Greets.\n"), (each.Metadata.Name, each.Metadata.Version, each.Metadata.Get("Description")));
        });
        Assert.Equal(inspection.Distributions, events.OfType<PublishProgress.FileInspected>().Select(each => each.Distribution));
    }

    public static TheoryData<string> OddSdists => [.. Odd.Keys];

    /// <summary>Possible locations of PKG-INFO, described by the names of the members in order.</summary>
    private static readonly Dictionary<string, Func<TarForge>> Odd = new()
    {
        ["two folders deep"] = () => new TarForge().File("a/b/other", "x").File("a/b/PKG-INFO", TestWheel.Metadata),
        ["behind others of the name"] = () => new TarForge().File("a/b/egg/PKG-INFO", "Name: other\n").File("a/b/PKG-INFO", TestWheel.Metadata),
        ["a symbolic link"] = () => new TarForge().Member("greeter-1.0/PKG-INFO", '2', link: "../greeter-1.0/sub/./METADATA").File("greeter-1.0/sub/METADATA", TestWheel.Metadata),
        ["a hard link to a symbolic link"] = () => new TarForge().File("g/x", TestWheel.Metadata).Member("g/y", '2', link: "x").Member("g/PKG-INFO", '1', link: "g/y"),
    };

    [Theory, MemberData(nameof(OddSdists))]
    public async Task ReadsMetadataWhereverPyPIFindsIt(string where)
    {
        var sdist = Write(TestSdist.FileName, Odd[where]().End().Compressed());

        Assert.Equal("greeter", Assert.Single((await InspectAsync(PreflightLevel.Error, sdist)).Distributions).Metadata.Name);
    }

    [Theory]
    [InlineData("PKG-INFO")]
    [InlineData("missing")]
    [InlineData("../../PKG-INFO")]
    public async Task RejectsABrokenLink(string target)
    {
        var sdist = Write(TestSdist.FileName, new TarForge().Member("g/PKG-INFO", '2', link: target).File("g/x", "x").End().Compressed());

        var failure = await Assert.ThrowsAsync<PublishException>(() => InspectAsync(PreflightLevel.Error, sdist));

        Assert.Contains("no PKG-INFO", Assert.Single(failure.Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadsUtf8AndFoldedHeaders()
    {
        const string Metadata = "Metadata-Version: 2.4\nName: greeter\nVersion: 1.0\nSummary: Grüßt\n  alle\nLicense: a\n        b\n\n# Größe\n";
        var wheel = Write(TestWheel.FileName, ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", Metadata))));

        var metadata = (await InspectAsync(PreflightLevel.Off, wheel)).Distributions[0].Metadata;

        Assert.StartsWith("Grüßt", metadata.Get("Summary"), StringComparison.Ordinal);
        Assert.Equal("# Größe\n", metadata.Get("Description"));
    }

    [Theory]
    [InlineData(0, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")]
    [InlineData(1, "873e4fe9e41e924911bba3ec53ff4782efc8c0f244fb75c879f8a4328d0142ca")]
    [InlineData(512 * 1024, "bc18a912547929add4c068187859457aed62ea41335ce61547ad92029eb0ea47")]
    [InlineData((3 * 512 * 1024) + 1, "fd8d117c828324cc43d614a4727c38ac1d5cb66ba0efe5e45febe2e5745a2028")]
    public async Task DigestsFilesOfAnyLength(int length, string blake2)
    {
        var content = new byte[length];
        content.AsSpan().Fill(7);
        using var file = File.OpenHandle(Write("x", content), options: FileOptions.Asynchronous);

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(new(sha256, length, null, null), await FileDigests.ComputeAsync(file, all: false, TestContext.Current.CancellationToken));
        Assert.Equal(new(sha256, length, Indexes.OldDigest.Md5(content), blake2), await FileDigests.ComputeAsync(file, all: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReportsAllFindingsAboutAllFilesAtOnce()
    {
        var failure = await Assert.ThrowsAsync<PublishException>(() => InspectAsync(PreflightLevel.Error, Bad()));

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.DoesNotContain(events, each => each is PublishProgress.FileInspected);
        await Verifier.Verify(failure.Message.Replace(folder.Path, "{folder}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyWarnsOnRequest()
    {
        var wheel = Write(TestWheel.FileName, ZipForge.Pack(TestWheel.Without($"{TestWheel.Folder}/RECORD")));

        var inspection = await InspectAsync(PreflightLevel.Warn, wheel);

        var finding = Assert.Single(inspection.Warnings);
        Assert.Contains("RECORD", finding.Text, StringComparison.Ordinal);
        Assert.Contains(new PublishProgress.Warned(finding), events);
    }

    [Fact]
    public async Task AppliesNoRulesOnRequest()
    {
        var wheel = Write(TestWheel.FileName, ZipForge.Pack(TestWheel.Without($"{TestWheel.Folder}/RECORD")));

        Assert.Empty((await InspectAsync(PreflightLevel.Off, wheel)).Warnings);
    }

    [Theory]
    [InlineData(PreflightLevel.Warn)]
    [InlineData(PreflightLevel.Off)]
    public async Task AlwaysRejectsUnreadableFiles(PreflightLevel level)
    {
        var failure = await Assert.ThrowsAsync<PublishException>(() => InspectAsync(level, Write(TestWheel.FileName, [1, 2, 3])));

        Assert.Equal("Invalid distribution file. File is not a zipfile", Assert.Single(failure.Findings).Text);
        Assert.Equal(TestWheel.FileName, failure.FileName);
    }

    [Fact]
    public async Task RejectsMetadataThatIsNotUtf8()
    {
        byte[] metadata = [.. "Metadata-Version: 2.4\nName: greeter\nVersion: 1.0\nSummary: Gr"u8, 0xFC, .. "sst\nX-Own: "u8, 0xFC, .. "\n\nGr"u8, 0xFC, .. "sse\n"u8];
        var wheel = Write(TestWheel.FileName, ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", metadata))));

        var failure = await Assert.ThrowsAsync<PublishException>(() => InspectAsync(PreflightLevel.Error, wheel));

        const string See = "See https://packaging.python.org/specifications/core-metadata for more information.";
        Assert.Equal([$"'summary' has invalid data. {See}", $"'description' has invalid data. {See}"], failure.Findings.Select(finding => finding.Text));
        Assert.All(failure.Findings, finding => Assert.Contains("UTF-8", finding.Remedy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task StopsWhenCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Options.Of(PackageIndex.PyPI).Inspector.InspectAsync([Write(TestWheel.FileName, TestWheel.Bytes())], null, cancelled.Token));
    }

    private string[] Bad() =>
    [
        Write(TestWheel.FileName, ZipForge.Pack([.. TestWheel.Without($"{TestWheel.Folder}/RECORD"), new ZipPart("greeter/x.py", "")])),
        Write("greeter-1.0-py2-none-any.whl", "not an archive"u8.ToArray()),
        Write("greeter-1.0-cp313-cp313-linux_x86_64.whl", TestWheel.Bytes()),
        Write("greeter-1.0.whl", TestWheel.Bytes()),
        Write(TestSdist.FileName, new TarForge().File("greeter-1.0/setup.py", "").File("greeter-1.0/x", "").End().Compressed()),
        Write("greeter-1.1.tar.gz", TestSdist.Bytes()),
        folder.Combine("greeter-2.0.tar.gz"),
    ];

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(folder.Combine(name), content);
        return folder.Combine(name);
    }

    private Task<InspectionResult> InspectAsync(PreflightLevel level, params string[] paths) => (Options.Of(PackageIndex.PyPI) with { Preflight = level }).Inspector.InspectAsync(
        paths, new Recording(events), TestContext.Current.CancellationToken);

    private sealed class Recording(List<PublishProgress> events) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value) => events.Add(value);
    }
}
