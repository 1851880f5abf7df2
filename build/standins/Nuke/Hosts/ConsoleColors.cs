using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

/// <summary>Colours of the console: 256-colour ANSI if TERM says so (even if redirected), otherwise those of the console, for log messages only.</summary>
internal sealed class ConsoleColors
{
    // A line with a zero-width space: some CI systems swallow empty lines.
    private const string EmptyLine = "\u200B";

    private const string Plain = "\e[39;1m";
    private const string Blue = "\e[38;5;45;1m";
    private const string Amber = "\e[38;5;214;1m";
    private const string Red = "\e[38;5;196;1m";
    private const string Grey = "\e[38;5;247m";

    private static readonly AnsiConsoleTheme AnsiTheme = new(new Dictionary<ConsoleThemeStyle, string>
    {
        [ConsoleThemeStyle.Text] = "\e[39m",
        [ConsoleThemeStyle.SecondaryText] = Grey,
        [ConsoleThemeStyle.TertiaryText] = Grey,
        [ConsoleThemeStyle.Name] = Plain,
        [ConsoleThemeStyle.Invalid] = Blue,
        [ConsoleThemeStyle.Null] = Blue,
        [ConsoleThemeStyle.Number] = Blue,
        [ConsoleThemeStyle.String] = Blue,
        [ConsoleThemeStyle.Boolean] = Blue,
        [ConsoleThemeStyle.Scalar] = Blue,
        [ConsoleThemeStyle.LevelVerbose] = "\e[90;1m",
        [ConsoleThemeStyle.LevelDebug] = Plain,
        [ConsoleThemeStyle.LevelInformation] = Blue,
        [ConsoleThemeStyle.LevelWarning] = Amber,
        [ConsoleThemeStyle.LevelError] = Red,
        [ConsoleThemeStyle.LevelFatal] = Red,
    });

    public static readonly ConsoleColors Ansi = new() { Theme = AnsiTheme };

    public static readonly ConsoleColors Default
        = Environment.GetEnvironmentVariable("TERM")?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true ? Ansi : new() { Theme = SystemConsoleTheme.Literate };

    public required ConsoleTheme Theme { get; init; }

    public string Information(string text) => In(Blue, text);

    public void WriteSuccess(string text) => Console.WriteLine(In("\e[32;1m", text));

    public void WriteDebug(string text) => Console.WriteLine(In(Plain, text));

    public void WriteInformation(string text) => Console.WriteLine(In(Blue, text));

    public void WriteWarning(string text) => Console.WriteLine(In(Amber, text));

    public void WriteError(string text) => Console.WriteLine(In(Red, text));

    private string In(string color, string text) => string.IsNullOrWhiteSpace(text) ? EmptyLine : Theme == AnsiTheme ? $"{color}{text}\e[0m" : text;
}
