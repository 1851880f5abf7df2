using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Which back end builds a project when none is chosen.</summary>
internal static class BackendChoice
{
    /// <summary>This library where it can do the same; otherwise what the project's files speak of.</summary>
    /// <param name="directory">The folder of <c>pyproject.toml</c>.</param>
    /// <param name="refusal">Why this library cannot.</param>
    /// <param name="reason">Why it is chosen, for the log.</param>
    /// <returns>The back end; null when the project itself has to be corrected, whatever builds it.</returns>
    public static PythonBackend? Instead(string directory, PackagingException refusal, out string reason)
    {
        reason = $"because {refusal.Findings[0].Key} requires the project's own build backend";
        if (!refusal.Findings.All(complaint => complaint.NeedsOwnBackend))
        {
            return null;
        }

        var backend = PythonProjectFile.Read(directory).BuildBackend;
        return backend == "maturin" ? PythonBackend.Maturin
            : File.Exists(Path.Combine(directory, "uv.lock")) && PackProcess.Find("uv") is not null ? PythonBackend.Uv
            : PythonBackend.Build;
    }
}
