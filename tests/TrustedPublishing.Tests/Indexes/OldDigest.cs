using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>MD5, which some indexes still list and require.</summary>
internal static class OldDigest
{
    [SuppressMessage("Security", "CA5351:Do not use broken cryptographic algorithms", Justification = "Old indexes do.")]
    public static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
}
