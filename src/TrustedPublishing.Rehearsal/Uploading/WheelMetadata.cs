using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Takes METADATA out of a wheel, to be served alongside it (PEP 658).</summary>
internal static class WheelMetadata
{
    /// <summary>Null for anything but a wheel that has it.</summary>
    public static byte[]? Read(UploadedContent content)
    {
        if (!DistributionFileName.TryParse(content.FileName, out var name, out _) || name.Kind is not DistributionKind.Wheel)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(content.Path);
            return CoreMetadata.BytesInWheel(name, stream);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
