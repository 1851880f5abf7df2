using Nuke.Common.Utilities;
using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

/// <summary>Console colours: 256-colour ANSI if TERM supports it (even when redirected), otherwise the console's own.</summary>
internal abstract class ConsoleColors
{
    // A line with a zero-width space: some CI systems swallow empty lines.
    protected const string EmptyLine = "\u200B";

    public static readonly ConsoleColors Ansi = new AnsiColors();

    public static ConsoleColors Default { get; }
        = Environment.GetEnvironmentVariable("TERM")?.StartsWithOrdinalIgnoreCase("xterm") == true ? Ansi : new SystemColors();

    public static ConsoleColors Current => Host.Instance?.Colors ?? Default;

    public abstract ConsoleTheme Theme { get; }

    public abstract string Information(string text);

    public abstract void WriteSuccess(string text);

    public abstract void WriteDebug(string text);

    public abstract void WriteInformation(string text);

    public abstract void WriteWarning(string text);

    public abstract void WriteError(string text);

    private sealed class AnsiColors : ConsoleColors
    {
        private const string Success = "\e[32;1m";
        private const string Plain = "\e[39;1m";
        private const string Blue = "\e[38;5;45;1m";
        private const string Amber = "\e[38;5;214;1m";
        private const string Red = "\e[38;5;196;1m";
        private const string Grey = "\e[38;5;247m";
        private const string Reset = "\e[0m";

        public override ConsoleTheme Theme { get; } = new AnsiConsoleTheme(new Dictionary<ConsoleThemeStyle, string>
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

        public override string Information(string text) => In(Blue, text);

        public override void WriteSuccess(string text) => Console.WriteLine(In(Success, text));

        public override void WriteDebug(string text) => Console.WriteLine(In(Plain, text));

        public override void WriteInformation(string text) => Console.WriteLine(In(Blue, text));

        public override void WriteWarning(string text) => Console.WriteLine(In(Amber, text));

        public override void WriteError(string text) => Console.WriteLine(In(Red, text));

        private static string In(string color, string text) => text.IsNullOrWhiteSpace() ? EmptyLine : color + text + Reset;
    }

    private sealed class SystemColors : ConsoleColors
    {
        public override ConsoleTheme Theme => SystemConsoleTheme.Literate;

        public override string Information(string text) => text;

        public override void WriteSuccess(string text) => Write(text, ConsoleColor.Green);

        public override void WriteDebug(string text) => Write(text, null);

        public override void WriteInformation(string text) => Write(text, ConsoleColor.Cyan);

        public override void WriteWarning(string text) => Write(text, ConsoleColor.Yellow);

        public override void WriteError(string text) => Write(text, ConsoleColor.Red);

        private static void Write(string text, ConsoleColor? color)
        {
            var before = Console.ForegroundColor;
            if (color is { } foreground)
                Console.ForegroundColor = foreground;
            Console.WriteLine(text.IsNullOrWhiteSpace() ? EmptyLine : text);
            if (color != null)
                Console.ForegroundColor = before;
        }
    }
}
