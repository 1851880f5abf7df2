using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>A class depends only on the values that it uses. Only the types that assemble a release, and <see cref="PublishOptions"/> itself, read all options.</summary>
public sealed class TheOptionsOfARelease
{
    [Fact]
    public void ArePassedAsAWholeToFewTypes()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(PublishOptions).Assembly.Location);

        var takers = assembly.MainModule.GetTypes().Where(Takes).Select(Outermost).Where(type => type.Name != nameof(PublishOptions)).Select(type => type.Name);

        Assert.Equal(["CiIdentity", "PreparedRelease", "PublishOptionsCheck", "Publisher"], takers.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Whether a type has the options as a parameter or in a field, including the fields that the compiler generates for lambdas and iterators.</summary>
    private static bool Takes(TypeDefinition type) =>
        type.Fields.Select(field => field.FieldType).Concat(type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.ParameterType))
            .Any(taken => taken.FullName.Contains(typeof(PublishOptions).FullName!, StringComparison.Ordinal));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
