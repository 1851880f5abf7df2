namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The log of the build's host, as far as <see cref="BuildLog"/> needs it.</summary>
internal interface IBuildOutput
{
    /// <summary>Whether the CI system obeys commands in the log, as GitHub Actions does.</summary>
    bool ObeysCommands { get; }

    void Write(LogLevel level, string text);

    /// <summary>Writes a command for the CI system; nothing where it obeys none.</summary>
    void WriteCommand(string command, string value);
}
