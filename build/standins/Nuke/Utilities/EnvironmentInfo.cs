using System.Collections;
using System.Collections.ObjectModel;
using Nuke.Common.IO;

namespace Nuke.Common;

public static class EnvironmentInfo
{
    public static AbsolutePath WorkingDirectory => Environment.CurrentDirectory;

    public static IReadOnlyCollection<string> CommandLineArguments { get; } = Environment.GetCommandLineArgs()[1..];

    public static ReadOnlyDictionary<string, string> Variables
        => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value).AsReadOnly();

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);
}
