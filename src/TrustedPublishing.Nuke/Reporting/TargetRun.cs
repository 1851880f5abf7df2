namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Runs what a target does. Whatever fails leaves as a <see cref="Failure"/>, whose text NUKE prints as it is.</summary>
internal static class TargetRun
{
    public static void Execute(Action run) => ExecuteAsync(() =>
    {
        run();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    public static async Task ExecuteAsync(Func<Task> run)
    {
        BuildLog.Secrets.AddThoseOf(new() { Index = PackageIndex.PyPI, Distributions = [] }); // those of the environment
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
