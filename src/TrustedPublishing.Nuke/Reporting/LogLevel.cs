namespace TrustedPublishing.Nuke.Reporting;

/// <summary>How much a line of the log matters.</summary>
internal enum LogLevel
{
    Verbose,
    Information,
    Warning,
    Error,
}
