using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>Which types of an assembly use which others of it, as compiled. Constants and attributes leave no trace.</summary>
internal static class CompiledUses
{
    /// <summary>Each pair of types once; a nested type is that of the type around it.</summary>
    public static IReadOnlyList<(TypeDefinition User, TypeDefinition Used)> Read(AssemblyDefinition assembly)
    {
        var types = assembly.MainModule.GetTypes().Where(type => type.DeclaringType is null).ToDictionary(type => type.FullName);
        return
        [
            .. from type in assembly.MainModule.GetTypes()
               let user = types[Outermost(type).FullName]
               from reference in Referenced(type)
               where reference.Scope == assembly.MainModule
               let used = types[Outermost(reference).FullName]
               where user != used
               select (user, used),
        ];
    }

    public static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> Referenced(TypeDefinition type) =>
    [
        .. type.BaseType is { } parent ? Parts(parent) : [],
        .. type.Interfaces.SelectMany(implemented => Parts(implemented.InterfaceType)),
        .. type.Fields.SelectMany(field => Parts(field.FieldType)),
        .. type.Methods.SelectMany(Referenced),
    ];

    private static IEnumerable<TypeReference> Referenced(MethodDefinition method) =>
    [
        .. Parts(method.ReturnType),
        .. method.Parameters.SelectMany(parameter => Parts(parameter.ParameterType)),
        .. method.HasBody ? method.Body.Variables.SelectMany(variable => Parts(variable.VariableType)) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(instruction => Operand(instruction.Operand)) : [],
    ];

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => Parts(type),
        GenericInstanceMethod generic => [.. Parts(generic.DeclaringType), .. generic.GenericArguments.SelectMany(Parts)],
        MemberReference { DeclaringType: { } type } => Parts(type),
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
