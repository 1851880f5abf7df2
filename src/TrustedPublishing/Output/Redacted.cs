using System.Text.RegularExpressions;

namespace TrustedPublishing.Output;

/// <summary>How an address is shown: without credentials, query and fragment, all of which may hold secrets.</summary>
internal static partial class Redacted
{
    public static string Url(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The same for what should be an address and is none.</summary>
    public static string Text(string address) => UserInfo().Replace(address.Split('?', '#')[0], "");

    [GeneratedRegex(@"(?<=//|\A)[^/\s]*@")]
    private static partial Regex UserInfo();
}
