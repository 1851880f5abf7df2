using TrustedPublishing.Identity;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Runs the code of a target. Every error becomes a <see cref="Failure"/>, whose text NUKE prints unchanged.</summary>
internal static class TargetRun
{
    /// <param name="section">Where the manual explains failures of this target.</param>
    /// <param name="run">What it does.</param>
    public static void Execute(ManualSection section, Action run) => ExecuteAsync(section, () =>
    {
        run();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <inheritdoc cref="Execute"/>
    public static async Task ExecuteAsync(ManualSection section, Func<Task> run)
    {
        BuildLog.Secrets.AddKnown(CiEnvironment.OfThisProcess());
        try
        {
            await run();
        }
        catch (Failure failure)
        {
            throw failure.In(section);
        }
        catch (Exception exception)
        {
            throw new Failure(exception.ToString(), exception).In(ManualSection.UnexpectedError);
        }
        finally
        {
            BuildLog.End();
        }
    }
}
