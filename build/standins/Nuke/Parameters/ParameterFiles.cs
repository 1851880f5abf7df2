using System.Reflection;
using Newtonsoft.Json.Linq;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// <c>.nuke/parameters.json</c> and the profiles named by <c>--profile</c>; later profiles win. Property names must match exactly; paths are relative
/// to the root directory; secrets are decrypted.
/// </summary>
internal sealed class ParameterFiles
{
    private readonly string[] _profiles;
    private readonly List<MemberInfo> _members;
    private readonly AbsolutePath _root;
    private readonly Dictionary<string, string> _passwords = [];

    public ParameterFiles(INukeBuild build)
    {
        _root = build.RootDirectory;
        _members = Injection.ParameterMembers(build.GetType(), includeUnlisted: true);
        _profiles = [WellKnown.DefaultProfile, .. build.LoadedLocalProfiles];
    }

    public object Get(string name, Type type)
    {
        var (property, profile) = Read().Select(x => (x.Values.Property(name), x.Profile)).FirstOrDefault(x => x.Item1 != null);
        if (property == null)
            return null;

        var member = _members.SingleOrDefault(x => Parameters.NameOf(x).EqualsOrdinalIgnoreCase(name));
        if (member != null && typeof(IAbsolutePathHolder).IsAssignableFrom(Conversion.Scalar(member.ValueType())))
        {
            var path = property.Value.ToObject<string>();
            return PathConstruction.HasPathRoot(path) ? (AbsolutePath)path : _root / path;
        }

        var isSecret = member?.Has<SecretAttribute>() == true && !BuildServerConfigurationGeneration.IsActive;
        return isSecret ? Decrypt(property.Value.ToObject<string>(), profile, name) : property.Value.ToObject(type);
    }

    // Read again whenever a value is requested, the last profile first. Only the default file may be missing.
    private IEnumerable<(JObject Values, string Profile)> Read()
        => _profiles
            .Select(x => (File: WellKnown.ParametersFile(_root, x), Profile: x))
            .Where(x => x.Profile != WellKnown.DefaultProfile || x.File.FileExists())
            .Select(x =>
            {
                Assert.FileExists(x.File);
                return (JObject.Parse(x.File.ReadAllText()), x.Profile);
            })
            .Reverse();

    private string Decrypt(string value, string profile, string name)
    {
        if (!_passwords.TryGetValue(profile, out var password))
            password = _passwords[profile] = Secrets.Password(profile);
        return Secrets.Decrypt(value, password, name);
    }
}
