namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>The help pages that PyPI's messages refer to.</summary>
internal static class Help
{
    public static string Url(string anchor) => $"https://pypi.org/help/#{anchor}";

    public static string Docs(string path, string anchor) => $"https://docs.pypi.org/{path}#{anchor}";
}
