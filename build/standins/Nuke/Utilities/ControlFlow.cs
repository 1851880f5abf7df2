using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

public static class ControlFlow
{
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true)
        => SuppressErrors<object>(() => { action(); return null; }, null, includeStackTrace, logWarning);

    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(exception.Unwrap(), "Exception was suppressed");
            return defaultValue;
        }
    }

    public static void ExecuteWithRetry(
        Action action, Action cleanup = null, int retryAttempts = 3, TimeSpan? delay = null, Action<string> logAction = null)
    {
        Assert.True(retryAttempts > 0);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception)
            {
                if (attempt == retryAttempts)
                {
                    throw new Exception(new[]
                    {
                        $"Execution failed permanently after {retryAttempts} attempts.",
                        $"Last attempt failed with: {exception.Message}",
                    }.JoinNewLine());
                }

                Wait(attempt, exception, delay, logAction ?? Log.Warning);
            }
            finally
            {
                cleanup?.Invoke();
            }
        }
    }

    private static void Wait(int attempt, Exception exception, TimeSpan? delay, Action<string> log)
    {
        log($"Attempt #{attempt} failed with: {exception.Message}");
        if (delay is not { } pause)
            return;

        log($"Waiting {pause} before next attempt...");
        Thread.Sleep(pause);
    }
}
