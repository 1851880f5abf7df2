using System.Net.Http.Headers;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Index;

/// <summary>
/// The credentials for reading an index. PyPI's pages are public and never receive any. Other indexes receive the configured user and password
/// or token, on the host of the upload address, or the host's entry in the user's <c>.netrc</c>.
/// </summary>
internal sealed class SimpleApiCredentials(PublishOptions options)
{
    private const int LargestNetrc = 1 << 20;

    private static readonly string[] Public = [PackageIndex.PyPI.SimpleUrl.Host, PackageIndex.TestPyPI.SimpleUrl.Host];
    private static readonly string[] FileNames = [".netrc", "_netrc"];

    public AuthenticationHeaderValue? For(Uri target) =>
        options.Index.IsPyPI || Public.Contains(target.Host, StringComparer.OrdinalIgnoreCase) ? null
        : (IsIndex(target) ? Given() : null) ?? OfNetrc(target.Host);

    /// <summary>
    /// The host of the upload address, or the host on which this kind of index has its Simple API; not a host that was configured only for reading.
    /// </summary>
    private bool IsIndex(Uri target) => PackageIndex.IsSameAuthority(target, options.Index.UploadUrl)
        || (options.Index.HasDerivedSimple && PackageIndex.IsSameAuthority(target, options.Index.SimpleUrl));

    private AuthenticationHeaderValue? Given() =>
        options is { UserName: { } user, Password: { } password } ? Basic(user, password)
        : options.ApiToken is { } token ? Basic("__token__", token)
        : null;

    private AuthenticationHeaderValue? OfNetrc(string host)
    {
        if (Text() is not { } text || Netrc.Find(text, host) is not { } entry)
        {
            return null;
        }

        options.OnSecret?.Invoke(entry.Password);
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

    private string? Variable(string name) => options.Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private AuthenticationHeaderValue Basic(string user, Secret password) => Credential.Basic(user, password, expires: null, options.OnSecret).Header;
}
