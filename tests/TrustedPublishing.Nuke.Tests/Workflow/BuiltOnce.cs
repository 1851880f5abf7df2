namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A release that is built once; each test tries to publish it in its own folder.</summary>
public sealed class BuiltRelease : IAsyncLifetime
{
    private PlayedRelease? played;

    /// <summary>The release, built when the first test requests it.</summary>
    internal async Task<PlayedRelease> GetAsync()
    {
        if (played is null)
        {
            played = await PlayedRelease.StartAsync(GeneratedWorkflow.Settings);
            await played.BuildAsync();
        }

        return played;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => played?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A pipeline whose first jobs are run once; each test tries to publish in its own folder.</summary>
public sealed class BuiltPipeline : IAsyncLifetime
{
    private PlayedPipeline? played;

    /// <summary>The pipeline, built when the first test requests it.</summary>
    internal async Task<PlayedPipeline> GetAsync()
    {
        if (played is null)
        {
            played = await PlayedPipeline.StartAsync();
            await played.BuildAsync();
        }

        return played;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => played?.DisposeAsync() ?? ValueTask.CompletedTask;
}
