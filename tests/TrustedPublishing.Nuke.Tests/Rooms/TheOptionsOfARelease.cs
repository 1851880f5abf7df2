using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>A class takes what it uses. The options are taken apart by the types that put a release together, and by <see cref="PublishOptions"/> itself.</summary>
public sealed class TheOptionsOfARelease
{
    [Fact]
    public void AreTakenAsAWholeByFewTypes()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(PublishOptions).Assembly.Location);

        var takers = assembly.MainModule.GetTypes().Where(Takes).Select(Outermost).Where(type => type.Name != nameof(PublishOptions)).Select(type => type.Name);

        Assert.Equal(["CiIdentity", "PreparedRelease", "PublishOptionsCheck", "Publisher"], takers.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>As a parameter, or in a field, those that the compiler makes for lambdas and iterators included.</summary>
    private static bool Takes(TypeDefinition type) =>
        type.Fields.Select(field => field.FieldType).Concat(type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.ParameterType))
            .Any(taken => taken.FullName.Contains(typeof(PublishOptions).FullName!, StringComparison.Ordinal));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
