using System.Text;

namespace VerifyTests;

/// <summary>The naming and scrubbing of one snapshot.</summary>
public partial class VerifySettings
{
    readonly List<Action<StringBuilder>> scrubbers = [];

    /// <summary>Creates default settings.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy of <paramref name="settings"/>, so that one instance can serve many tests.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
        {
            return;
        }

        scrubbers = [.. settings.scrubbers];
        Directory = settings.Directory;
        TypeName = settings.TypeName;
        MethodName = settings.MethodName;
        FileName = settings.FileName;
        Parameters = settings.Parameters;
        ParametersText = settings.ParametersText;
    }

    /// <summary>The folder given to <see cref="UseDirectory"/>.</summary>
    public string? Directory { get; private set; }

    /// <summary>Whether <see cref="UseParameters(object?[])"/> was called.</summary>
    public bool HasParameters => Parameters is not null;

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal string? FileName { get; private set; }

    internal object?[]? Parameters { get; private set; }

    internal string? ParametersText { get; private set; }

    /// <summary>Disables the diff tool. This implementation never opens one.</summary>
    public void DisableDiff()
    {
    }

    internal string Scrub(string text)
    {
        var builder = new StringBuilder(text);
        foreach (var scrubber in scrubbers)
        {
            scrubber(builder);
        }

        return builder.ToString();
    }
}
