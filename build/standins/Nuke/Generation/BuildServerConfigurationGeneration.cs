namespace Nuke.Common.CI;

public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = "generate-configuration";

    /// <summary>Whether this process only generates.</summary>
    public static bool IsActive { get; } = Parameters.Get<string>(ConfigurationParameterName) != null;
}
