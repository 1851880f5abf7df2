using System.Text.RegularExpressions;
using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The stand-ins for packages contain only what this repository uses.</summary>
public sealed class PublicMembersOfTheStandIns
{
    [Theory]
    [InlineData("Nuke.StandIn")]
    [InlineData("Verify.StandIn")]
    public void AreUsed(string standIn)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{standIn}.dll");
        Assert.SkipUnless(File.Exists(file), "These tests are compiled with the real packages.");
        using var users = new StandInUsers();
        using var module = users.Read(file);
        var members = StandInMembers.List(module);
        var used = users.Uses(module);
        var exposed = members.SelectMany(member => StandInMembers.Signature(member).SelectMany(Parts).Where(type => type != member)).ToHashSet();
        var parsed = members.OfType<PropertyDefinition>().Where(IsInjected).Select(property => property.PropertyType).ToHashSet();

        string[] unused = [.. members.Where(member => !IsUsed(member)).Select(member => member.FullName)];
        Assert.SkipWhen(unused.Length > 0 && users.Missing.Count > 0, $"Run ./build.sh Compile first: nothing that is compiled uses {string.Join(", ", unused)}. Not compiled: {string.Join(", ", users.Missing)}.");
        Assert.NotEmpty(used);
        Assert.Empty(unused);

        bool IsUsed(IMemberDefinition member) => used.Contains(member) || member switch
        {
            TypeDefinition => exposed.Contains(member),
            FieldDefinition { DeclaringType.IsEnum: true } => IsNamed(member, StandInUsers.SourceText) || IsNamed(member, StandInUsers.StandInText) || parsed.Contains(member.DeclaringType),
            FieldDefinition { HasConstant: true } => IsNamed(member, StandInUsers.SourceText),
            PropertyDefinition property => StandInMembers.Accessors(property).Any(used.Contains) || IsInjected(property) || property.PropertyType.Name == "Target",
            MethodDefinition { Name: "op_Inequality" } => used.Contains(member.DeclaringType.Methods.First(method => method.Name == "op_Equality")),
            _ => Regex.IsMatch(StandInUsers.SourceText, $@"\bnameof\({StandInMembers.Name(member)}\)"),
        };
    }

    /// <summary>Compiled code contains only the value of a constant. The values of an enum cannot be internal, so a use by the stand-in counts too.</summary>
    private static bool IsNamed(IMemberDefinition constant, string text) => Regex.IsMatch(text, $@"\b{StandInMembers.Name(constant)}\b");

    /// <summary>Parameters such as <c>--verbosity</c> are used on the command line, and other injected members by the builds that include them.</summary>
    private static bool IsInjected(PropertyDefinition property) => property.CustomAttributes.Any(attribute => IsInjection(attribute.AttributeType.Resolve()));

    private static bool IsInjection(TypeDefinition? attribute) => attribute?.Name == "ValueInjectionAttributeBase" || (attribute?.BaseType is { } parent && IsInjection(parent.Resolve()));

    private static IEnumerable<IMemberDefinition> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        TypeDefinition definition => [definition],
        _ => [],
    };
}
