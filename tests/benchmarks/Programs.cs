using System.Diagnostics;

namespace TrustedPublishing.Benchmarks;

/// <summary>Starts other programs, and this one in another role, without the variables of a surrounding CI job.</summary>
internal static class Programs
{
    private static readonly string[] Foreign = ["ACTIONS_", "BUILDKITE", "CI", "CIRCLECI", "GITHUB_", "GITLAB_", "NUKE_", "PYPI_", "TEAMCITY_", "TF_BUILD", "TWINE_"];

    public static ProcessStartInfo Self(params IEnumerable<string> arguments) => DotNet(typeof(Programs).Assembly.Location, arguments);

    public static ProcessStartInfo DotNet(string assembly, params IEnumerable<string> arguments) => Of("dotnet", ["exec", assembly, .. arguments]);

    public static ProcessStartInfo Of(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NO_GCE_CHECK"] = "true";
        return start;
    }

    /// <summary>Adds variables.</summary>
    public static ProcessStartInfo With(this ProcessStartInfo start, params IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Whether a program can be started by its name.</summary>
    public static bool Exist(params IEnumerable<string> programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return programs.All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program))));
    }
}
