using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// <c>.nuke/parameters.json</c> and the profiles named by <c>--profile</c>; later profiles win. Property names must match exactly; paths are relative
/// to the root directory; secrets are decrypted.
/// </summary>
internal sealed class ParameterFiles(Type build)
{
    private readonly List<MemberInfo> _members = Injection.Members(build).Where(x => x.Attribute is ParameterAttribute).Select(x => x.Member).ToList();

    public object Get(string name, Type type)
    {
        var (property, profile) = Read().Select(x => (x.Values.Property(name), x.Profile)).FirstOrDefault(x => x.Item1 != null);
        if (property == null)
            return null;

        var member = _members.SingleOrDefault(x => Parameters.NameOf(x).Equals(name, StringComparison.OrdinalIgnoreCase));
        if (type == typeof(AbsolutePath))
        {
            var path = property.Value.ToObject<string>();
            return PathConstruction.HasPathRoot(path) ? (AbsolutePath)path : NukeBuild.RootDirectory / path;
        }

        return member?.Has<SecretAttribute>() == true ? Decrypt(property.Value.ToObject<string>(), profile, name)
            : property.Value.ToObject(type);
    }

    // Read again whenever a value is requested, the last profile first. Only the default file may be missing.
    private static IEnumerable<(JObject Values, string Profile)> Read()
    {
        foreach (var profile in NukeBuild.LoadedLocalProfiles.Prepend("").Reverse())
        {
            var file = NukeBuild.ParametersFile(profile == "" ? "parameters.json" : $"parameters.{profile}.json");
            Assert.True(file.FileExists() || profile == "", $"Expected file to exist: {file}");
            if (file.FileExists())
                yield return (JObject.Parse(file.ReadAllText()), profile);
        }
    }

    // NUKE's format: "v1:" and base64 of AES-CBC; key and vector from PBKDF2 with SHA-256, the password from PARAMS_KEY or PARAMS_<PROFILE>_KEY.
    private static string Decrypt(string value, string profile, string name)
    {
        try
        {
            var password = Parameters.Get<string>($"PARAMS{profile.ToUpperInvariant()}KEY".Replace(".", "").Replace("_", ""));
            var material = Rfc2898DeriveBytes.Pbkdf2(password, "Ivan Medvedev"u8, 10_000, HashAlgorithmName.SHA256, 48);
            using var aes = Aes.Create();
            aes.Key = material[..32];
            return Encoding.UTF8.GetString(aes.DecryptCbc(Convert.FromBase64String(value["v1:".Length..]), material[32..]));
        }
        catch
        {
            throw new Exception($"Could not decrypt '{name}' with provided password");
        }
    }
}
