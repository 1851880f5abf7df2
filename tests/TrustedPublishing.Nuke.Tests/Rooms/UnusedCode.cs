using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>
/// What is not public is used by the source itself, and not only by tests: no type and no method is without a reference from another one in the five
/// assemblies, as compiled.
/// </summary>
public sealed class UnusedCode
{
    /// <summary>Tests wait for the arrival of an upload before they interrupt it.</summary>
    private static readonly string[] OnlyForTests = ["TrustedPublishing.Rehearsal.RehearsalIndex::NextUpload"];

    /// <summary>Members that the compiler adds to records, and constructors of classes that are only used for their static members.</summary>
    private static readonly string[] OfTheCompiler = ["Deconstruct", "PrintMembers", "Equals", "get_EqualityContract", ".cctor"];

    [Fact]
    public void IsOnlyWhatTestsNeed()
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        TypeDefinition[] types = [.. ArrowsBetweenFolders.Assemblies.SelectMany(row => AssemblyDefinition.ReadAssembly(row.Data, new() { AssemblyResolver = resolver }).MainModule.GetTypes())];
        var used = types.SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>().Select(called => called.GetElementMethod()).Where(called => called.FullName != method.FullName))
            .Select(Name).ToHashSet(StringComparer.Ordinal);

        var unused = types.Where(type => !IsOfTheCompiler(type)).SelectMany(type => type.Methods).Where(IsOurs).Select(Name).Where(name => !used.Contains(name));

        Assert.Equal(OnlyForTests, unused.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Overloads have one name: one that is used speaks for all.</summary>
    private static string Name(MethodReference method) => $"{method.DeclaringType.GetElementType().FullName}::{method.Name}";

    /// <summary>Whether a method can only be called by name: neither from outside, nor through a base type or an interface, nor by a serializer.</summary>
    private static bool IsOurs(MethodDefinition method) =>
        !method.IsConstructor && !method.IsSetter && !method.IsVirtual && !IsVisible(method)
        && !OfTheCompiler.Contains(method.Name) && !method.Name.StartsWith("op_", StringComparison.Ordinal) && !method.Name.Contains('<', StringComparison.Ordinal)
        && (method.IsGetter || !IsGenerated(method)) && !method.DeclaringType.IsInterface;

    private static bool IsVisible(MethodDefinition method) => (method.IsPublic || method.IsFamily) && IsVisible(method.DeclaringType);

    private static bool IsVisible(TypeDefinition type) => type.DeclaringType is { } outer ? type.IsNestedPublic && IsVisible(outer) : type.IsPublic;

    private static bool IsOfTheCompiler(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || IsGenerated(type) || type.BaseType?.Name == nameof(MulticastDelegate)
        || type.Namespace.StartsWith("System", StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsOfTheCompiler(outer));

    private static bool IsGenerated(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
