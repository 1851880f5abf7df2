using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

#pragma warning disable RS0030 // The console is banned elsewhere; a question needs the terminal itself.

/// <summary>Asks the user at a terminal.</summary>
internal static class Confirmation
{
    public static bool CanAsk(IBuildHost host) => host.IsLocal && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>The typed answer; null for none.</summary>
    public static string? Answer(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Only a complete <c>yes</c> counts.</summary>
    public static bool Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
    }
}
