namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>A build that packs NuGet packages and distributions implements <c>Pack</c> itself.</summary>
public sealed class ABuildWithTargetsWithTheSameName
{
    [Fact]
    public async Task RunsTheTargetsOfBothComponents()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("DotNetAndPython", ["Pack"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Packed the NuGet package", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(repository.Combine("artifacts", "distributions", "greeter-1.0.0.tar.gz")), result.Output);
        Assert.True(File.Exists(repository.Combine("artifacts", "distributions", "SHA256SUMS")));
    }
}
