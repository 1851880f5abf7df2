using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>NUKE's format for secrets in parameters files: "v1:" and base64 of AES-CBC; key and IV from PBKDF2 with SHA-256.</summary>
internal static class Secrets
{
    private const int Iterations = 10_000;
    private const string Version = "v1:";

    // part of the format
    private static readonly byte[] Salt = "Ivan Medvedev"u8.ToArray();

    public static string Decrypt(string value, string password, string name)
    {
        try
        {
            var material = Rfc2898DeriveBytes.Pbkdf2(password, Salt, Iterations, HashAlgorithmName.SHA256, 48);
            using var aes = Aes.Create();
            aes.Key = material[..32];
            return Encoding.UTF8.GetString(aes.DecryptCbc(Convert.FromBase64String(value[Version.Length..]), material[32..]));
        }
        catch
        {
            throw new Exception($"Could not decrypt '{name}' with provided password");
        }
    }

    /// <summary>Read from PARAMS_KEY or PARAMS_&lt;PROFILE&gt;_KEY, otherwise from the console.</summary>
    public static string Password(string profile)
    {
        var part = profile == WellKnown.DefaultProfile ? "" : profile.ToUpperInvariant();
        return Parameters.Get<string>($"PARAMS{part}KEY".Replace(".", "").Replace("_", "")) ?? Prompt(profile);
    }

    private static string Prompt(string profile)
    {
        Host.Information($"Enter password for {WellKnown.ParametersFileName(profile)}:");
        var secret = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                secret.Length = Math.Max(0, secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.Append(key.KeyChar);
        }

        Console.WriteLine();
        return secret.ToString();
    }
}
