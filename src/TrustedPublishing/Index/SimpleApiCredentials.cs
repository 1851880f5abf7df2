using System.Net.Http.Headers;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Index;

/// <summary>
/// The credentials for reading an index. PyPI's pages are public and never receive any. Other indexes receive the configured user and password
/// or token, on the host of the upload address, or the host's entry in the user's <c>.netrc</c>.
/// </summary>
/// <param name="index">The index whose files are published.</param>
/// <param name="configured">The given user and password, or token.</param>
/// <param name="environment">The variables that say where <c>.netrc</c> is.</param>
/// <param name="onSecret">Called for each secret before it is used.</param>
internal sealed class SimpleApiCredentials(PackageIndex index, ConfiguredCredentials configured, IReadOnlyDictionary<string, string> environment, Action<Secret>? onSecret)
{
    private const int LargestNetrc = 1 << 20;

    private static readonly string[] Public = [PackageIndex.PyPI.SimpleUrl.Host, PackageIndex.TestPyPI.SimpleUrl.Host];
    private static readonly string[] FileNames = [".netrc", "_netrc"];

    public AuthenticationHeaderValue? For(Uri target) =>
        index.IsPyPI || Public.Contains(target.Host, StringComparer.OrdinalIgnoreCase) ? null
        : (IsIndex(target) ? Given() : null) ?? OfNetrc(target.Host);

    /// <summary>
    /// The host of the upload address, or the host on which this kind of index has its Simple API; not a host that was configured only for reading.
    /// </summary>
    private bool IsIndex(Uri target) => PackageIndex.IsSameAuthority(target, index.UploadUrl)
        || (index.HasDerivedSimple && PackageIndex.IsSameAuthority(target, index.SimpleUrl));

    private AuthenticationHeaderValue? Given() =>
        configured is { UserName: { } user, Password: { } password } ? Basic(user, password)
        : configured.ApiToken is { } token ? Basic("__token__", token)
        : null;

    private AuthenticationHeaderValue? OfNetrc(string host)
    {
        if (Text() is not { } text || Netrc.Find(text, host) is not { } entry)
        {
            return null;
        }

        onSecret?.Invoke(entry.Password);
        return Basic(entry.Login, entry.Password);
    }

    private string? Text()
    {
        try
        {
            return Candidates().FirstOrDefault(File.Exists) is { } file ? RegularFile.ReadAllText(file, LargestNetrc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // not readable by this user: the index will say whether it requires credentials
        }
    }

    private IEnumerable<string> Candidates() => Variable("NETRC") is { } named ? [named]
        : from home in new[] { Variable("HOME"), Variable("USERPROFILE") }
          where home is not null
          from name in FileNames
          select Path.Combine(home, name);

    private string? Variable(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private AuthenticationHeaderValue Basic(string user, Secret password) => Credential.Basic(user, password, expires: null, onSecret).Header;
}
