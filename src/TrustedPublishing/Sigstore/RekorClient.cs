using TrustedPublishing.Http;

namespace TrustedPublishing.Sigstore;

/// <summary>Logs signatures publicly and permanently.</summary>
internal sealed class RekorClient(SigstoreInstance sigstore, HttpClient http, TimeProvider time, IProgress<PublishProgress> progress)
{
    /// <summary>Returns the entry from the log's response; it is not verified.</summary>
    /// <exception cref="PublishException">The log cannot be reached, rejects the entry, or returns something else.</exception>
    public async Task<LogEntry> LogAsync(string fileName, byte[] statement, byte[] signature, LeafCertificate leaf, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => RekorProtocol.Request(sigstore, statement, signature, leaf), cancellationToken);
        if (RekorProtocol.Existing(sigstore, answer) is { } existing)
        {
            answer = await AskAsync(() => SigstoreRequest.Get(existing), cancellationToken);
        }

        return RekorProtocol.Read(answer) ?? throw AttestationFailures.NotLogged(sigstore, RekorProtocol.Address(sigstore), fileName, answer);
    }

    private async Task<HttpResponse> AskAsync(Func<HttpRequestMessage> build, CancellationToken cancellationToken) =>
        await HttpRetry.Pipeline(time, "transparency log", progress).ExecuteAsync(
            async token =>
            {
                using var request = build();
                return await http.AskAsync(request, HttpClients.ShortDeadline, time, token);
            },
            cancellationToken);
}
