using Polly;
using Polly.Retry;

namespace TrustedPublishing.Http;

/// <summary>How often and after how long a request without a file is repeated: lost connections, time-outs and failures of the server.</summary>
internal static class HttpRetry
{
    private const int Repetitions = 4;

    /// <summary>A server that asks for a longer pause than this is not waited for.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    /// <summary>The usual pipeline: nothing but repetition of what is transient.</summary>
    public static ResiliencePipeline<HttpResponse> Pipeline(TimeProvider time, string what, IProgress<PublishProgress>? progress) =>
        new ResiliencePipelineBuilder<HttpResponse> { TimeProvider = time }.AddRetry(Transient<HttpResponse>(answer => answer, what, progress)).Build();

    /// <summary>Exponential from one second with jitter, unless the server says how long.</summary>
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
