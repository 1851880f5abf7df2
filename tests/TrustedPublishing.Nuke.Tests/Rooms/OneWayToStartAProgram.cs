using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>Programs are started in one place, which gives them an environment without secrets: no other compiled code can start one.</summary>
public sealed class OneWayToStartAProgram
{
    private const string Place = "TrustedPublishing.LocalSystem.ChildProgram";

    private static readonly string[] Starters = ["System.Diagnostics.Process::Start", "System.Diagnostics.Process::.ctor"];

    [Theory]
    [MemberData(nameof(ArrowsBetweenFolders.Assemblies), MemberType = typeof(ArrowsBetweenFolders))]
    public void IsTheOnlyOne(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file);

        var users = from type in assembly.MainModule.GetTypes()
                    from method in type.Methods
                    where method.HasBody && method.Body.Instructions.Any(instruction => instruction.Operand is MethodReference called && Starts(called))
                    select Outermost(type).FullName;

        Assert.Equal(Path.GetFileNameWithoutExtension(file) == "TrustedPublishing" ? [Place] : [], users.Distinct());
    }

    /// <summary>.NET's own API, and NUKE's: its tasks, its tools, and the delegates that represent a tool.</summary>
    private static bool Starts(MethodReference method) =>
        Starters.Contains($"{method.DeclaringType.FullName}::{method.Name}")
        || (method.DeclaringType.Namespace.StartsWith("Nuke.Common.Too", StringComparison.Ordinal) && (method.DeclaringType.Name.EndsWith("Tasks", StringComparison.Ordinal) || method.DeclaringType.Name is "Tool" or "ToolExecutor"));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
