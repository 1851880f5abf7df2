using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The links of a page, relative to it, so that they work both on the index and in a folder of files.</summary>
/// <param name="Page">The page's own path below the root, for example <c>project/greeter/</c>.</param>
/// <param name="IsFile">Whether the page is a file in a folder, where the index's other paths do not exist.</param>
internal sealed record PageLinks(string Page, bool IsFile)
{
    public const string Projects = "";

    public const string Timeline = "_/rehearsal/timeline/";

    public const string Publishers = "_/rehearsal/publishers/";

    private string Root => Page.Length == 0 ? "./" : string.Concat(Enumerable.Repeat("../", Page.Count(character => character == '/')));

    public static string Project(string name) => $"project/{Uri.EscapeDataString(name)}/";

    public static string Release(string name, string version) => $"{Project(name)}{Uri.EscapeDataString(version)}/";

    /// <summary>The address of another page.</summary>
    public string To(string page) => $"{Root}{page}{(IsFile ? "index.html" : "")}";

    /// <summary>A link to something that only the running index serves; in a folder of files, just the text.</summary>
    public Html Served(string path, Html text) => IsFile ? text : Html.Format($"""<a href="{Root}{path}">{text}</a>""");
}
