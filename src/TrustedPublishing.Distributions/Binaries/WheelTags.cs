using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>Compares the tags in WHEEL with those of the file name.</summary>
internal static class WheelTags
{
    /// <summary>Installers use the file name, other tools use WHEEL.</summary>
    public static IEnumerable<Finding> Check(DistributionFileName name, ArchiveBytes archive, ZipDirectory directory)
    {
        if (WheelLayout.FromFileName(name.Text) is not { } layout || directory.Find(layout.Wheel) is not { } member
            || ZipText.Utf8(ZipMember.Read(archive, member, ArchiveLimits.TextMember)) is not { } text)
        {
            return [];
        }

        var stated = text.Split('\n').Where(line => line.StartsWith("Tag:", StringComparison.OrdinalIgnoreCase)).Select(line => line["Tag:".Length..].Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = (from python in name.PythonTags from abi in name.AbiTags from platform in name.PlatformTags select $"{python}-{abi}-{platform}")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return stated.Count == 0 || stated.SetEquals(named) ? [] :
            [ArchiveFindings.Warning(name.Text, $"WHEEL has the tags {BinaryRules.Shown([.. stated])}, the file name {BinaryRules.Shown([.. named])}.", "Do not rename wheels; build them again, or change them with `wheel tags`.")];
    }
}
