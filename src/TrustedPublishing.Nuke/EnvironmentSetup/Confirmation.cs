using TrustedPublishing.Nuke.Publishing;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

#pragma warning disable RS0030 // The console is banned elsewhere; a question needs the terminal itself.

/// <summary>Asks somebody who sits at a terminal.</summary>
internal static class Confirmation
{
    public static bool CanAsk(IBuildHost host) => host.IsLocal && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>What was typed; null for nothing.</summary>
    public static string? Answer(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Only a whole <c>yes</c> is one.</summary>
    public static bool Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
    }
}
