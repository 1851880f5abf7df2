using Polly;
using Polly.Retry;

namespace TrustedPublishing.Http;

/// <summary>When and how often a request without a file is retried: after lost connections, time-outs and server errors.</summary>
internal static class HttpRetry
{
    private const int Repetitions = 4;

    /// <summary>If a server asks for a longer delay, the request is not retried.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>The default pipeline: retries transient failures and nothing else.</summary>
    public static ResiliencePipeline<HttpResponse> Pipeline(TimeProvider time, string what, IProgress<PublishProgress>? progress) =>
        new ResiliencePipelineBuilder<HttpResponse> { TimeProvider = time }.AddRetry(Transient<HttpResponse>(answer => answer, what, progress)).Build();

    /// <summary>Exponential back-off from one second with jitter, unless the server specifies a delay.</summary>
    public static RetryStrategyOptions<T> Transient<T>(Func<T, HttpResponse> answerOf, string what, IProgress<PublishProgress>? progress) => new()
    {
        MaxRetryAttempts = Repetitions,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } result && IsWorthIt(answerOf(result))),
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } result ? answerOf(result).RetryAfter : null),
        OnRetry = arguments =>
        {
            var reason = arguments.Outcome.Result is { } result ? answerOf(result).Summary : "";
            progress?.Report(new PublishProgress.Retrying(what, reason, arguments.RetryDelay, arguments.AttemptNumber + 2));
            return ValueTask.CompletedTask;
        },
    };

    private static bool IsWorthIt(HttpResponse answer) => answer.IsTransient && (answer.RetryAfter is not { } pause || pause <= LongestPause);
}
