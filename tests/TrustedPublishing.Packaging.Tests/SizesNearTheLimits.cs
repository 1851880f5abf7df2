using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>Sparse files, which report a large size but take no space on disk.</summary>
public sealed class SizesNearTheLimits : IDisposable
{
    private const long Mebibyte = 1024 * 1024;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(80 * Mebibyte - 1, null)]
    [InlineData(80 * Mebibyte, "80.0")]
    [InlineData(99 * Mebibyte, "99.0")]
    [InlineData(150 * Mebibyte, "150.0")]
    public void AreReportedFromEightyPercentOfTheFileLimit(long size, string? told)
    {
        var warnings = SizeWarnings.Check([Sparse("a-1.0.tar.gz", 1), Sparse("a-1.0-py3-none-any.whl", size)]).ToList();

        Assert.Equal(told is null ? [] : [$"a-1.0-py3-none-any.whl: The file has {told} MiB; PyPI accepts files up to 100 MiB."], warnings.Select(warning => $"{warning.Key}: {warning.Text}"));
    }

    [Theory]
    [InlineData(7, 73, null)]
    [InlineData(8, 79, "The 8 files have 632.0 MiB together; PyPI has room for about 16 such releases of a project (10 GiB).")]
    public void AreReportedForTheReleaseAsAWhole(int files, long size, string? told)
    {
        var warnings = SizeWarnings.Check([.. Enumerable.Range(0, files).Select(number => Sparse($"a-1.0-{number}-py3-none-any.whl", size * Mebibyte))]);

        Assert.Equal(told, warnings.SingleOrDefault()?.Text);
    }

    private string Sparse(string name, long size)
    {
        using var file = File.Create(folder.Combine(name));
        file.SetLength(size);
        return file.Name;
    }
}
