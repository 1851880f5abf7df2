using TrustedPublishing.Distributions;
using TrustedPublishing.Index;

namespace TrustedPublishing.Tests.Upload;

/// <summary>Distributions without a file.</summary>
internal static class Sample
{
    public const string Sha256 = "117ed88e5db073bb92969a7545745fd977ee85b7019706dd256a64058f70963d";
    public const string OtherSha256 = "aaaabbbb5db073bb92969a7545745fd977ee85b7019706dd256a64058f70963d";

    public static PackageIndex Devpi { get; } = PackageIndex.Parse("https://devpi.example.com/team/prod/");

    public static Distribution Wheel(string fileName = "greeter-1.0-py3-none-any.whl", long size = 4711, string path = "", params (string Name, string Value)[] metadata)
    {
        Assert.True(DistributionFileName.TryParse(fileName, out var name, out var complaint), complaint);
        return new()
        {
            Path = path,
            FileName = name,
            Size = size,
            Sha256 = Sha256,
            Metadata = new([new("Metadata-Version", "2.1"), new("Name", "Greeter"), new("Version", "1.0"), .. metadata.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
    }

    public static IndexFile Listed(string? sha256 = Sha256, long? size = 4711, string? requiresPython = null) => new()
    {
        FileName = "greeter-1.0-py3-none-any.whl",
        Url = new("https://files.example.com/greeter-1.0-py3-none-any.whl"),
        Sha256 = sha256,
        Size = size,
        RequiresPython = requiresPython,
        UploadTime = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero),
    };
}
