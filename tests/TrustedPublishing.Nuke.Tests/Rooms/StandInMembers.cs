using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The public and protected members of an assembly, except those that the compiler adds or that a base class or interface demands.</summary>
internal static class StandInMembers
{
    public static IReadOnlyList<IMemberDefinition> List(ModuleDefinition module) =>
        [.. module.GetTypes().Where(IsVisible).SelectMany(type => Own(type).Where(member => !IsGenerated(member)).Prepend(type))];

    /// <summary>The types in the signature of a visible member, which have to be visible too.</summary>
    public static IEnumerable<TypeReference> Signature(IMemberDefinition member) => member switch
    {
        TypeDefinition { IsEnum: true } => [],
        TypeDefinition type when IsDelegate(type) => type.Methods.Single(method => method.Name == "Invoke") is var invoke ? [invoke.ReturnType, .. invoke.Parameters.Select(parameter => parameter.ParameterType)] : [],
        TypeDefinition type => [.. type.BaseType is { } parent ? [parent] : (TypeReference[])[], .. type.Interfaces.Select(implemented => implemented.InterfaceType)],
        FieldDefinition field => [field.FieldType],
        PropertyDefinition property => [property.PropertyType],
        MethodDefinition method => [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType)],
        _ => [],
    };

    /// <summary>The name as in source text: type and member.</summary>
    public static string Name(IMemberDefinition member) => member is TypeDefinition type ? Simple(type) : $"{Simple(member.DeclaringType)}.{member.Name}";

    private static IEnumerable<IMemberDefinition> Own(TypeDefinition type) =>
        IsDelegate(type) ? [] :
        [
            .. type.Fields.Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName),
            .. type.Properties.Where(property => Accessors(property).Any(IsVisible) && !Accessors(property).Any(IsDemanded)),
            .. type.Methods.Where(method => IsVisible(method) && !IsDemanded(method) && !method.IsGetter && !method.IsSetter && !IsDefaultConstructor(method)),
        ];

    public static IEnumerable<MethodDefinition> Accessors(PropertyDefinition property) => new[] { property.GetMethod, property.SetMethod }.OfType<MethodDefinition>();

    private static bool IsVisible(TypeDefinition type) => type.DeclaringType is { } outer ? (type.IsNestedPublic || type.IsNestedFamily) && IsVisible(outer) : type.IsPublic;

    private static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Whether it is an override or implements an interface: the member that it overrides or implements is checked instead.</summary>
    private static bool IsDemanded(MethodDefinition method) => method.IsVirtual && (method.IsFinal || !method.IsNewSlot);

    private static bool IsDefaultConstructor(MethodDefinition method) => method.IsConstructor && (method.IsStatic || method.Parameters.Count == 0);

    private static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName == "System.MulticastDelegate";

    private static bool IsGenerated(IMemberDefinition member) => member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static string Simple(TypeDefinition type) => type.Name.Split('`')[0];
}
