using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TrustedPublishing.Nuke.Tests.Hosting;

/// <summary>
/// Only a thin layer uses NUKE and its log, so that another host needs only another layer: the components and attributes, which are specific to NUKE, and
/// the adapter. All other code gets plain values and uses no component.
/// </summary>
public sealed class UsesOfNuke
{
    private static readonly string[] Layer = ["TrustedPublishing.Nuke", "TrustedPublishing.Nuke.Hosting"];

    [Fact]
    public void AreLimitedToTheThinLayer()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(IPublishDistributions).Assembly.Location);

        var users = assembly.MainModule.GetTypes().Where(UsesNuke).Select(Outermost).Where(type => !Layer.Contains(type.Namespace))
            .Select(type => type.FullName).Where(name => name.StartsWith("TrustedPublishing.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

        Assert.Empty(users);
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool UsesNuke(TypeDefinition type) =>
        type.BaseType is { } parent && IsOfNuke(parent)
        || type.Interfaces.Any(implemented => IsOfNuke(implemented.InterfaceType))
        || type.Fields.Any(field => IsOfNuke(field.FieldType))
        || type.Methods.Any(method => method.Parameters.Any(parameter => IsOfNuke(parameter.ParameterType)) || IsOfNuke(method.ReturnType) || (method.HasBody && UsesNuke(method.Body)));

    private static bool UsesNuke(MethodBody body) =>
        body.Variables.Any(variable => IsOfNuke(variable.VariableType)) || body.Instructions.Any(instruction => instruction.Operand switch
        {
            TypeReference type => IsOfNuke(type),
            MethodReference method => IsOfNuke(method.DeclaringType) || (method is GenericInstanceMethod generic && generic.GenericArguments.Any(IsOfNuke)),
            FieldReference field => IsOfNuke(field.DeclaringType),
            _ => false,
        });

    private static bool IsOfNuke(TypeReference type) => type switch
    {
        GenericInstanceType generic => IsOfNuke(generic.ElementType) || generic.GenericArguments.Any(IsOfNuke),
        TypeSpecification specification => IsOfNuke(specification.ElementType),
        GenericParameter => false,
        TypeDefinition { IsInterface: true } component => component.Interfaces.Any(parent => IsOfNuke(parent.InterfaceType)),
        _ => type.Scope.Name.StartsWith("Nuke.", StringComparison.Ordinal) || type.Scope.Name.StartsWith("Serilog", StringComparison.Ordinal),
    };
}
