using System.Collections;
using System.Collections.ObjectModel;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    public static string NewLine => Environment.NewLine;

    public static string MachineName => Environment.MachineName;

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public static IDisposable SwitchWorkingDirectory(this AbsolutePath path)
    {
        Assert.DirectoryExists(path);
        return DelegateDisposable.SetAndRestore(() => WorkingDirectory, path);
    }

    public static ReadOnlyDictionary<string, string> Variables
        => Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string)x.Value, StringComparer.CurrentCulture)
            .AsReadOnly();

    public static IReadOnlyCollection<string> Paths
        => GetVariable(Variables.Keys.Single(x => x.EqualsOrdinalIgnoreCase("PATH")))
            .Split(IsWin ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);

    public static bool HasVariable(string name, bool allowEmpty = true)
        => GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static T GetVariable<T>(string name, char? separator = null)
        => GetVariable(name) is { } value ? (T)Conversion.Convert(value, typeof(T), separator, flagDefault: false) : default;

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value.ToString());

    public static void RemoveVariable(string name) => SetVariable(name, null);
}
