namespace TrustedPublishing.Tests;

/// <summary>
/// Options of a release that depend only on the environment. Google Cloud machines count as CI because of their hardware; these jobs do not.
/// </summary>
internal static class Options
{
    public static PublishOptions Of(PackageIndex index, params (string Name, string Value)[] environment) => new()
    {
        Index = index,
        Distributions = [],
        Environment = Variables(environment),
        Time = new SkippingTime(),
        Publisher = Jwt.Publisher,
    };

    public static IReadOnlyDictionary<string, string> Variables(params (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string> { ["NO_GCE_CHECK"] = "true" };
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return variables;
    }

    public static (string Name, string Value)[] GitHub(Uri tokenService) =>
    [
        ("GITHUB_ACTIONS", "true"),
        ("ACTIONS_ID_TOKEN_REQUEST_URL", $"{tokenService}token?api-version=2.0"),
        ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "the-request-token"),
    ];
}
