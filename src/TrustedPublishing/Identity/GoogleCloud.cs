using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// Google Cloud: the machine's metadata server, or, with <c>GOOGLE_SERVICE_ACCOUNT_NAME</c>, a service account that the machine's account may
/// impersonate (<see href="https://cloud.google.com/docs/authentication/get-id-token"/>).
/// </summary>
internal sealed class GoogleCloud(CiJob job, HttpClient http) : CiSystem(job)
{
    private const string ProductFile = "/sys/class/dmi/id/product_name";

    public override string Name => "Google Cloud";

    public override string Source => Redacted.Url(Metadata("identity"));

    public override Uri? TokenService => ForeignUri.OrNull($"http://{Job.Variable("GCE_METADATA_HOST") ?? "metadata.google.internal"}/");

    private string? Account => Job.Variable("GOOGLE_SERVICE_ACCOUNT_NAME");

    public static GoogleCloud? TryCreate(CiJob job, HttpClient http) =>
        job.Variable("GOOGLE_SERVICE_ACCOUNT_NAME") is not null || IsMachine(job) ? new(job, http) : null;

    protected override Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken) =>
        Account is { } account ? ImpersonateAsync(account, audience, progress, cancellationToken) : FromMetadataAsync(audience, progress, cancellationToken);

    /// <summary>Checks the machine's product name, as Google's own libraries do; <c>NO_GCE_CHECK</c> disables the check, as it does there.</summary>
    private static bool IsMachine(CiJob job)
    {
        try
        {
            return !job.IsOn("NO_GCE_CHECK") && File.Exists(ProductFile)
                && File.ReadAllText(ProductFile).Trim() is "Google" or "Google Compute Engine";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<Secret> FromMetadataAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        // The full format includes the claims email and email_verified, which PyPI requires.
        var url = Metadata($"identity?audience={Uri.EscapeDataString(audience)}&format=full");
        var answer = await AskAsync(http, () => MetadataRequest(url), url, progress, cancellationToken);
        return Secret.From(answer.Body.Trim()) ?? throw IdentityFailures.IdentityNotGiven(Name, Redacted.Url(url));
    }

    private async Task<Secret> ImpersonateAsync(string account, string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var metadata = Metadata("token?scopes=https://www.googleapis.com/auth/cloud-platform");
        var access = await AskAsync(http, () => MetadataRequest(metadata), metadata, progress, cancellationToken);
        var accessToken = Read(access, IdentityJson.Default.GoogleAccessAnswer)?.AccessToken ?? throw IdentityFailures.IdentityNotGiven(Name, Redacted.Url(metadata));
        Job.OnSecret?.Invoke(accessToken);
        var url = new Uri(Credentials, $"v1/projects/-/serviceAccounts/{Uri.EscapeDataString(account)}:generateIdToken");
        var answer = await AskAsync(http, () => ImpersonationRequest(url, accessToken, audience), url, progress, cancellationToken);
        return Read(answer, IdentityJson.Default.GoogleIdentityAnswer)?.Token ?? throw IdentityFailures.IdentityNotGiven(Name, Redacted.Url(url));
    }

    private static HttpRequestMessage MetadataRequest(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Metadata-Flavor", "Google");
        request.Options.Set(HttpPlainTextGuard.Exempt, true);
        return request;
    }

    private static HttpRequestMessage ImpersonationRequest(Uri url, Secret accessToken, string audience)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new(audience, IncludeEmail: true), IdentityJson.Default.GoogleIdentityRequest);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken.Reveal());
        return request;
    }

    private static T? Read<T>(HttpResponse answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The host can be overridden by the variable that Google's own libraries use, for proxies of the metadata server.</summary>
    private Uri Metadata(string what) =>
        new($"http://{Job.Variable("GCE_METADATA_HOST") ?? "metadata.google.internal"}/computeMetadata/v1/instance/service-accounts/default/{what}");

    /// <summary>The service's address can be overridden by the variable that gcloud uses, for restricted networks.</summary>
    private Uri Credentials => new(Job.Variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS") ?? "https://iamcredentials.googleapis.com/");
}
