using System.Security.Cryptography;

namespace TrustedPublishing.Upload;

/// <summary>What separates the parts of a form: so random that it occurs in none of them.</summary>
internal static class UploadBoundary
{
    public static string Next() => $"--------{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
}
