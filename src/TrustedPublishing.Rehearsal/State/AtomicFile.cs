namespace TrustedPublishing.Rehearsal.State;

/// <summary>Writes a file so that a reader, or a restart after a kill, sees either the old or the new content, never a part.</summary>
internal static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null, bool flush = true)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: flush);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
