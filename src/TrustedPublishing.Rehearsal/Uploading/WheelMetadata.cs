using System.IO.Compression;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Takes METADATA out of a wheel, to be served beside it (PEP 658).</summary>
internal static class WheelMetadata
{
    private const int Limit = 32 * 1024 * 1024;

    /// <summary>Null for anything but a wheel that has it.</summary>
    public static byte[]? Read(UploadedContent content)
    {
        if (!content.FileName.EndsWith(".whl", StringComparison.Ordinal) || content.FileName.Split('-') is not [var name, var version, ..])
        {
            return null;
        }

        try
        {
            using var archive = ZipFile.OpenRead(content.Path);
            using var entry = archive.GetEntry($"{name}-{version}.dist-info/METADATA")?.Open();
            return entry is null ? null : Bounded(entry);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[]? Bounded(Stream entry)
    {
        var buffer = new byte[1 << 14];
        using var result = new MemoryStream();
        int read;
        while ((read = entry.Read(buffer)) > 0)
        {
            result.Write(buffer, 0, read);
            if (result.Length > Limit)
            {
                return null;
            }
        }

        return result.ToArray();
    }
}
