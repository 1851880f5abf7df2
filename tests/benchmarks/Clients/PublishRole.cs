namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>The program in the role of a user of the library: publishes the wheels in a folder.</summary>
internal static class PublishRole
{
    public const string Name = "publish";

    /// <summary>Contains the API token; without it, the job's identity is used.</summary>
    public const string TokenVariable = "BENCHMARK_TOKEN";

    public static PublishOptions Options(string index, string folder, string? token) => new()
    {
        Index = PackageIndex.Parse(index).WithPyPIPolicy(), // the digests that PyPI needs, and its rules
        Preflight = PreflightLevel.Warn, // the largest wheel exceeds the default limit of PyPI
        Distributions = ["*.whl"],
        BaseDirectory = folder,
        ApiToken = Secret.From(token),
        Verify = token is null ? VerifyLevel.Require : VerifyLevel.Off, // the server with a token lists nothing
    };

    public static async Task<int> RunAsync(string index, string folder)
    {
        var report = await new Publisher(Options(index, folder, Environment.GetEnvironmentVariable(TokenVariable))).PublishAsync();
        return report.Succeeded ? 0 : 1;
    }
}
