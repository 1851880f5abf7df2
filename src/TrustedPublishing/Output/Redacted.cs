using System.Text.RegularExpressions;

namespace TrustedPublishing.Output;

/// <summary>An address as shown to users: without credentials, query and fragment, all of which may contain secrets.</summary>
internal static partial class Redacted
{
    public static string Url(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The same for text that should be an address but cannot be parsed as one.</summary>
    public static string Text(string address) => UserInfo().Replace(address.Split('?', '#')[0], "");

    [GeneratedRegex(@"(?<=//|\A)[^/\s]*@")]
    private static partial Regex UserInfo();
}
