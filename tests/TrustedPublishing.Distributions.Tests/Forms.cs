namespace TrustedPublishing.Distributions.Tests;

/// <summary>Creates forms and distributions from plain values.</summary>
internal static class Forms
{
    public static UploadForm Of(IEnumerable<(string Name, string Value)> fields) => new([.. fields.Select(field => new FormField(field.Name, field.Value))]);

    public static Distribution Distribution(string fileName, string metadata = "", char digest = 'a')
    {
        Assert.True(DistributionFileName.TryParse(fileName, out var parsed, out _), fileName);
        return new()
        {
            Path = $"/dist/{fileName}",
            FileName = parsed,
            Size = 1,
            Sha256 = new(digest, 64),
            Metadata = CoreMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(metadata)),
        };
    }
}
