using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The verdict of the archive rules.</summary>
internal static class Verdict
{
    public static IReadOnlyList<Finding> Of(ArchiveCase row) => Of(row, row.Content());

    public static IReadOnlyList<Finding> Of(ArchiveCase row, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return [.. UploadRules.OfArchive(new([.. row.Form().Select(field => new FormField(field.Name, field.Value))]), row.FileName, stream)];
    }
}
