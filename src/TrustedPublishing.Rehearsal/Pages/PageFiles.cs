namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>Writes the pages as files in a folder, with working links between them.</summary>
internal static class PageFiles
{
    private const string FileName = "index.html";

    /// <summary>Writes all pages and returns the path of the first.</summary>
    public static string Write(PageSet pages, string directory)
    {
        foreach (var address in pages.Addresses)
        {
            var folder = Path.GetFullPath(Path.Combine([directory, .. address.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]));
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, FileName), pages.Render(address, isFile: true));
        }

        return Path.GetFullPath(Path.Combine(directory, FileName));
    }
}
