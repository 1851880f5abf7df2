using System.Text.RegularExpressions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// GitLab CI/CD: the job keyword <c>id_tokens</c> puts the token into a variable before the job starts
/// (<see href="https://docs.gitlab.com/ci/secrets/id_token_authentication/"/>).
/// </summary>
internal sealed partial class GitLabCi(CiJob job) : CiSystem(job)
{
    public override string Name => "GitLab CI/CD";

    public override string Source => "the job's variables";

    public override Uri? TokenService => ForeignUri.OrNull(Job.Variable("CI_SERVER_URL"));

    public override bool GivesFreshTokens => false;

    public override bool MayGive(string audience) => Job.Variable(VariableFor(audience)) is not null;

    public static GitLabCi? TryCreate(CiJob job) => job.IsOn("GITLAB_CI") ? new(job) : null;

    /// <summary><c>PYPI_ID_TOKEN</c> for the audience <c>pypi</c>: the name used by PyPI's documentation and by other clients.</summary>
    public static string VariableFor(string audience) => $"{NotInNames().Replace(audience, "_").ToUpperInvariant()}_ID_TOKEN";

    protected override Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var variable = VariableFor(audience);
        return Secret.From(Job.Variable(variable)) is { } token ? Task.FromResult(token) : throw IdentityFailures.GitLabTokenMissing(variable, audience);
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NotInNames();
}
