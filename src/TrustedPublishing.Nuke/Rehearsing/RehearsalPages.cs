using System.ComponentModel;
using System.Diagnostics;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>Writes the pages of a rehearsal to files. They are a by-product: a problem with them does not fail the rehearsal.</summary>
internal static class RehearsalPages
{
    /// <summary>The folders that contain pages.</summary>
    private static readonly string[] Parts = ["project", "_"];

    /// <summary>What a desktop needs to find its browser.</summary>
    private static readonly string[] Desktop = ["DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "BROWSER"];

    /// <summary>Replaces the pages of the previous rehearsal, and opens the new ones if requested.</summary>
    public static void Write(RehearsalIndex index, string folder, bool opens)
    {
        try
        {
            foreach (var earlier in Parts.Select(part => Path.Combine(folder, part)).Where(Directory.Exists))
            {
                Directory.Delete(earlier, recursive: true);
            }

            var first = index.WritePages(folder);
            BuildLog.Information($"Pages of the rehearsal, with what PyPI will show: {first}");
            if (opens)
            {
                Open(first);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BuildLog.Warning($"The pages of the rehearsal cannot be written to {folder}: {exception.Message} Make the folder writable, or delete it.");
        }
    }

    private static void Open(string page)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "explorer.exe" : OperatingSystem.IsMacOS() ? "open" : "xdg-open", [page]);
        try
        {
            ChildProgram.StartAndLeave(start, (name, _) => Desktop.Contains(name));
        }
        catch (Win32Exception exception)
        {
            BuildLog.Warning($"--rehearsal-open: {start.FileName} cannot be started: {exception.Message}. Open {page} in a browser.");
        }
    }
}
