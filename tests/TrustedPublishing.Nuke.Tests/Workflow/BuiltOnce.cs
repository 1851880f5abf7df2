namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A release that was built once; each test publishes it, or does not, in a folder of its own.</summary>
public sealed class BuiltRelease : IAsyncLifetime
{
    private PlayedRelease? played;

    /// <summary>The release, which is built by the first test that asks for it.</summary>
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

/// <summary>A pipeline whose first jobs ran once; each test publishes, or does not, in a folder of its own.</summary>
public sealed class BuiltPipeline : IAsyncLifetime
{
    private PlayedPipeline? played;

    /// <summary>The pipeline, which is built by the first test that asks for it.</summary>
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
