namespace TrustedPublishing.Output;

/// <summary>Secrets that are known before any request is sent.</summary>
internal sealed partial class SecretRedaction
{
    /// <summary>
    /// Variables in which CI systems and other index clients keep credentials. GitLab's identity tokens are recognised by the suffix of their names.
    /// </summary>
    private static readonly string[] Variables =
    [
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_RUNTIME_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "CI_JOB_TOKEN", "CI_REGISTRY_PASSWORD", "CI_DEPLOY_PASSWORD",
        "BUILDKITE_AGENT_ACCESS_TOKEN", "CIRCLE_OIDC_TOKEN", "CIRCLE_OIDC_TOKEN_V2", "PYPI_TOKEN", "PYPI_PASSWORD", "NUKE_PYPI_TOKEN", "NUKE_PYPI_PASSWORD",
        "TWINE_PASSWORD", "UV_PUBLISH_TOKEN", "UV_PUBLISH_PASSWORD", "HATCH_INDEX_AUTH", "FLIT_PASSWORD", "POETRY_PYPI_TOKEN_PYPI", "MATURIN_PYPI_TOKEN",
    ];

    private static readonly string[] Proxies = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];

    /// <summary>Adds the credentials of the options, those that the CI system puts into the job's environment, and proxy passwords.</summary>
    public void AddKnown(IReadOnlyDictionary<string, string> environment, params Secret?[] configured)
    {
        var ofEnvironment = environment.Where(variable => IsSecret(variable.Key)).Select(variable => variable.Value.Trim());
        var ofProxies = environment.Where(variable => Proxies.Contains(variable.Key, StringComparer.OrdinalIgnoreCase)).Select(variable => PasswordOf(variable.Value));
        foreach (var secret in configured.Concat(ofEnvironment.Concat(ofProxies).Select(Secret.From)).OfType<Secret>())
        {
            Add(secret);
        }
    }

    private static bool IsSecret(string variable) =>
        Variables.Contains(variable, StringComparer.OrdinalIgnoreCase) || variable.EndsWith("_ID_TOKEN", StringComparison.OrdinalIgnoreCase);

    private static string? PasswordOf(string proxy)
    {
        var user = (ForeignUri.OrNull(proxy) ?? ForeignUri.OrNull($"http://{proxy}"))?.UserInfo.Split(':', 2);
        return user is [_, var password] ? Uri.UnescapeDataString(password) : null;
    }
}
