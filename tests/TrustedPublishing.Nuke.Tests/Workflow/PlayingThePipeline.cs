using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The generated GitLab pipeline, played job by job, each in its own folder, publishing to an index.</summary>
[Trait("Speed", "Slow")]
public sealed class PlayingThePipeline
{
    [Fact]
    public async Task PublishesTheSealedFilesAndLeavesNothingBehind()
    {
        await using var played = await PlayedPipeline.StartAsync();
        played.Publishing.Write("publishing/artifacts/distributions/greeter-0.9.0-py3-none-any.whl", "left by an earlier job");

        await played.BuildAsync();
        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], played.Index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(played.Publishing.Path));
    }

    /// <summary>The index is on this machine and the CI system is not, so an audience is accepted only if it is declared.</summary>
    [Fact]
    public async Task DeclaresTheAudienceOfAnotherIndex()
    {
        await using var played = await PlayedPipeline.StartAsync("packages.example.com");
        played.Reported["CI_SERVER_URL"] = "https://gitlab.example.com";
        await played.BuildAsync();

        Assert.True(await played.PublishAsync(), played.Log);

        Assert.Equal(2, played.Index.Files.Count);
    }

    /// <summary>A job can send GitLab a report of variables that the pipeline does not declare, with its own job token.</summary>
    [Fact]
    public async Task RunsNoOtherCodeForVariablesReportedByTheBuildJob()
    {
        await using var played = await PlayedPipeline.StartAsync();
        await played.BuildAsync();
        using var evil = new TemporaryDirectory();
        foreach (var command in new[] { "sha256sum", "find", "dotnet", "sort", "tar" })
        {
            evil.WriteProgram(command, $"#!/bin/sh\ntouch '{evil.Combine("ran")}'\n");
        }

        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PATH"] = $"{evil.Path}:{Environment.GetEnvironmentVariable("PATH")}",
            ["DOTNET_STARTUP_HOOKS"] = evil.Combine("evil.dll"),
            ["DOTNET_ADDITIONAL_DEPS"] = evil.Path,
            ["CORECLR_ENABLE_PROFILING"] = "1",
            ["CORECLR_PROFILER"] = "{cf0d821e-299b-5307-a3d8-b283c03916dd}",
            ["LD_LIBRARY_PATH"] = evil.Path,
            ["NUKE_TARGET"] = "Rehearse",
            ["NUGET_PACKAGES"] = evil.Path,
        })
        {
            played.Reported[name] = value;
        }

        Assert.True(await played.PublishAsync(), played.Log);

        Assert.False(File.Exists(evil.Combine("ran")));
        Assert.Equal(2, played.Index.Files.Count);
    }

    [Fact]
    public async Task NamesTheImageThatLacksWhatThePublisherNeeds()
    {
        await using var played = await PlayedPipeline.StartAsync();
        await played.BuildAsync();
        using var other = new TemporaryDirectory();
        var script = ((YamlDotNet.RepresentationModel.YamlSequenceNode)GeneratedWorkflow.Parse(OptionSets.GitLab["Tags"])["publish"]["script"])[2].ToString();
        other.Write("publishing/build/bin/Debug/_build.runtimeconfig.json", """{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "99.0.0" } } }""");
        other.Write("handed-over/publisher/x", "x");
        script = "refuse() { echo \"$1\"; exit 1; }\n" + script.Replace("tar -xf handed-over/publisher/publisher.tar -C publishing\n", "", StringComparison.Ordinal);

        var result = await PlayedShell.RunAsync(script, other.Path, new Dictionary<string, string?>());

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The image does not have Microsoft.NETCore.App 99.0.0, which the publisher needs: set PublishImage to an image that has it, for example mcr.microsoft.com/dotnet/runtime:99.0.", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Images with BusyBox instead of GNU coreutils have other commands of the same names.</summary>
    [Fact]
    public async Task PublishesWithTheCommandsOfBusyBox()
    {
        var busybox = Peers.Find("busybox");
        await using var played = await PlayedPipeline.StartAsync();
        await played.BuildAsync();
        using var commands = new TemporaryDirectory();
        foreach (var command in new[] { "sha256sum", "find", "sort", "tar", "cut", "comm", "cmp", "cp", "head", "tr", "sed", "grep", "mkdir", "rm" })
        {
            File.CreateSymbolicLink(commands.Combine(command), busybox);
        }

        played.Tools = commands.Path;
        Assert.True(await played.PublishAsync(), played.Log);
        Assert.Equal(2, played.Index.Files.Count);
    }
}
