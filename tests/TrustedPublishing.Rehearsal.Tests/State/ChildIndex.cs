using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TrustedPublishing.Rehearsal.Tests.State;

/// <summary>Turns this test program, if it is started with a variable, into an index that can be killed.</summary>
internal static class ChildIndex
{
    /// <summary>Contains the data directory; the child prints the address and an API token, and runs until it is killed or its input ends.</summary>
    public const string Variable = "REHEARSAL_CHILD_DATA";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The ModuleInitializer attribute should not be used in libraries", Justification = "This is a program; its entry point belongs to the test framework.")]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } directory)
        {
            RunAsync(directory).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }

    private static async Task RunAsync(string directory)
    {
        await using var index = await RehearsalIndex.StartAsync(new() { DataDirectory = directory });
        index.CreateProject("greeter");
        await Console.Out.WriteLineAsync($"{index.BaseUrl} {index.AddUserToken("owner").Reveal()}");
        await Console.In.ReadToEndAsync();
    }
}
