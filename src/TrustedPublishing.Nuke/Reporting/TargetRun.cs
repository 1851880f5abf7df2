using TrustedPublishing.Identity;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Runs the code of a target. Every error becomes a <see cref="Failure"/>, whose text NUKE prints unchanged.</summary>
internal static class TargetRun
{
    public static void Execute(Action run) => ExecuteAsync(() =>
    {
        run();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    public static async Task ExecuteAsync(Func<Task> run)
    {
        BuildLog.Secrets.AddKnown(CiEnvironment.OfThisProcess());
        try
        {
            await run();
        }
        catch (Exception exception) when (exception is not Failure)
        {
            throw new Failure(exception.ToString(), exception);
        }
        finally
        {
            BuildLog.End();
        }
    }
}
