using System.Net;
using Polly;
using Polly.Retry;
using TrustedPublishing.Http;

namespace TrustedPublishing.Upload;

/// <summary>When a file is sent again, and after how long. The same bytes may always be sent again: an index that has them says so.</summary>
internal static class UploadRetry
{
    /// <summary>An index that asks for a longer pause than this is not waited for.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private const int Repetitions = 5;

    public static ResiliencePipeline<UploadVerdict> Pipeline(TimeProvider time, Action<UploadVerdict.Transient, TimeSpan> onRetry) =>
        new ResiliencePipelineBuilder<UploadVerdict> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<UploadVerdict>
        {
            MaxRetryAttempts = Repetitions,
            Delay = TimeSpan.FromSeconds(2),
            MaxDelay = TimeSpan.FromMinutes(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthIt(arguments.Outcome.Result)),
            DelayGenerator = arguments => ValueTask.FromResult(Pause(arguments.Outcome.Result, arguments.AttemptNumber)),
            OnRetry = arguments =>
            {
                onRetry((UploadVerdict.Transient)arguments.Outcome.Result!, arguments.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();

    public static bool IsWorthIt(UploadVerdict? verdict) =>
        verdict is UploadVerdict.Transient transient && (transient.RetryAfter is not { } pause || pause <= LongestPause);

    /// <summary>
    /// What the index asks for. When it only says "too many", much longer than after a failure, so as not to hammer. Null: the usual back-off.
    /// </summary>
    public static TimeSpan? Pause(UploadVerdict? verdict, int attempt) => verdict switch
    {
        UploadVerdict.Transient { RetryAfter: { } asked } => asked,
        UploadVerdict.Transient { Status: HttpStatusCode.TooManyRequests } => TimeSpan.FromSeconds(Math.Min(120, 15 * Math.Pow(2, attempt))),
        _ => null,
    };
}
