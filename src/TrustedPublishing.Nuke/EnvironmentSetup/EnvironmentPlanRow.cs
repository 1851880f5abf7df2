namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>A setting of an environment.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Now">Its current value; null if the environment does not exist.</param>
/// <param name="Then">Its planned value.</param>
internal sealed record EnvironmentPlanRow(string Setting, string? Now, string Then)
{
    public override string ToString() => Now == Then ? $"{Setting,-18}{Then} (stays)" : Now is null ? $"{Setting,-18}{Then}" : $"{Setting,-18}{Now} -> {Then}";
}
