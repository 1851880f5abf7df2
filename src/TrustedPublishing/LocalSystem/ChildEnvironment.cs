using System.Diagnostics;

namespace TrustedPublishing.LocalSystem;

/// <summary>
/// The environment of child processes: the variables that they need to find their files, their locale and each other, and nothing else. They must
/// not see anything else in a job's environment, above all tokens.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TEMP", "TMP", "TZ", "LANG", "LANGUAGE", "TERM", "NO_COLOR", "SOURCE_DATE_EPOCH",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "ProgramData",
        "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "OS",
        "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "NO_PROXY", "NO_GCE_CHECK",
        "VIRTUAL_ENV", "CONDA_PREFIX", "PYENV_ROOT", "PYENV_VERSION", "PYTHONUTF8", "PYTHONIOENCODING", "pythonLocation",
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_HOST_PATH", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "NUGET_PACKAGES", "MSBUILDDISABLENODEREUSE",
        "GIT_DIR", "GIT_WORK_TREE", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    };

    /// <summary>Proxy variables, which are passed on if their addresses contain no credentials.</summary>
    private static readonly HashSet<string> Proxies = new(["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Removes every variable that is neither on the list nor allowed by <paramref name="mayAlsoSee"/>.</summary>
    /// <param name="start">The program; its environment is that of this process unless it was set explicitly.</param>
    /// <param name="mayAlsoSee">Whether a variable, given its name and value, is meant for this program.</param>
    public static void Restrict(ProcessStartInfo start, Func<string, string?, bool> mayAlsoSee)
    {
        foreach (var (name, value) in start.Environment.ToList())
        {
            if (!IsAllowed(name) && !IsOpenProxy(name, value) && !mayAlsoSee(name, value))
            {
                start.Environment.Remove(name);
            }
        }
    }

    private static bool IsAllowed(string name) => Names.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal) || name.StartsWith("XDG_", StringComparison.Ordinal);

    private static bool IsOpenProxy(string name, string? value) => Proxies.Contains(name) && value?.Contains('@', StringComparison.Ordinal) == false;
}
