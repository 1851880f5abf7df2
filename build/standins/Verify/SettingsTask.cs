using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that runs when it is awaited.</summary>
public class SettingsTask
{
    readonly Func<object?, Task<VerifyResult>> buildTask;
    object? parameter;
    Task<VerifyResult>? task;

    internal SettingsTask(Func<object?, Task<VerifyResult>> buildTask) => this.buildTask = buildTask;

    /// <summary>Replaces the argument of a theory in the name of the snapshot.</summary>
    public SettingsTask UseParameters<T>(T parameter)
    {
        this.parameter = parameter;
        return this;
    }

    /// <summary>Runs the verification, once.</summary>
    public TaskAwaiter<VerifyResult> GetAwaiter() => ((Task<VerifyResult>)this).GetAwaiter();

    /// <inheritdoc cref="GetAwaiter"/>
    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.task ??= settingsTask.buildTask(settingsTask.parameter);
}

/// <summary>A successful verification.</summary>
public class VerifyResult
{
    internal VerifyResult()
    {
    }
}
