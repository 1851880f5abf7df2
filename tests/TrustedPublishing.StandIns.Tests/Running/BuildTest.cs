namespace TrustedPublishing.StandIns.Tests.Running;

/// <summary>A test that starts builds in its own workspace.</summary>
public abstract class BuildTest : IAsyncDisposable
{
    internal Workspace Workspace { get; } = new();

    internal Outcome Run(string build, params string[] arguments) => Workspace.Run(build, arguments);

    /// <summary>Runs a build that must succeed.</summary>
    internal Outcome Succeed(string build, params string[] arguments)
    {
        var outcome = Run(build, arguments);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        return outcome;
    }

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
