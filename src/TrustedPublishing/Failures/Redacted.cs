namespace TrustedPublishing.Failures;

/// <summary>How an address is shown: without credentials, query and fragment, all of which may hold secrets.</summary>
internal static class Redacted
{
    public static string Url(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
