using Mono.Cecil;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>
/// Folders are namespaces and depend on each other in one direction, according to the compiled code. The root of a project, which contains what its
/// folders share and what combines them, is excluded.
/// </summary>
public sealed class ArrowsBetweenFolders
{
    /// <summary>Folders of the NUKE layer and the packager that still depend on each other.</summary>
    private static readonly string[] StillBothWays =
    [
        "TrustedPublishing.Nuke.Declaration <-> TrustedPublishing.Nuke.Workflow",
        "TrustedPublishing.Nuke.Hosting <-> TrustedPublishing.Nuke.Workflow",
        "TrustedPublishing.Packaging.Pyproject <-> TrustedPublishing.Packaging.Sources",
    ];

    public static TheoryData<string> Assemblies =>
    [
        typeof(Distribution).Assembly.Location, typeof(Publisher).Assembly.Location, typeof(DistributionPackager).Assembly.Location,
        typeof(RehearsalIndex).Assembly.Location, typeof(IPublishDistributions).Assembly.Location,
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PointOneWay(string assembly)
    {
        var uses = Uses(assembly);

        var bothWays = from one in uses
                       from other in one.Value
                       where string.CompareOrdinal(one.Key, other) < 0 && uses.GetValueOrDefault(other)?.Contains(one.Key) == true
                       select $"{one.Key} <-> {other}";

        Assert.Equal(StillBothWays.Where(pair => uses.ContainsKey(pair.Split(' ')[0])), bothWays.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TrustedPublishing.Distributions")]
    [InlineData("TrustedPublishing", "TrustedPublishing.Distributions")]
    [InlineData("TrustedPublishing.Packaging", "TrustedPublishing", "TrustedPublishing.Distributions")]
    [InlineData("TrustedPublishing.Rehearsal", "TrustedPublishing", "TrustedPublishing.Distributions")]
    public void BetweenProjectsAreThoseOfTheMap(string project, params string[] used)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Assemblies.Select(row => row.Data).Single(file => Path.GetFileNameWithoutExtension(file) == project));

        Assert.Empty(assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(name => name.StartsWith("TrustedPublishing", StringComparison.Ordinal)).Except(used));
    }

    /// <summary>The code that renders pages of untrusted text is not part of a release, and a release does not load it.</summary>
    [Fact]
    public void LeadToTheSanitizerFromTheEmbeddedIndexAlone()
    {
        var users = Assemblies.Select(row => AssemblyDefinition.ReadAssembly(row.Data))
            .Where(assembly => assembly.MainModule.AssemblyReferences.Any(reference => reference.Name is "HtmlSanitizer" or "AngleSharp" or "AngleSharp.Css"))
            .Select(assembly => assembly.Name.Name);

        Assert.Equal(["TrustedPublishing.Rehearsal"], users);
    }

    private static Dictionary<string, HashSet<string>> Uses(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file);
        var root = Path.GetFileNameWithoutExtension(file);
        var uses = new Dictionary<string, HashSet<string>>();
        foreach (var type in assembly.MainModule.GetTypes().Where(type => IsInFolder(Folder(type))))
        {
            var folder = Folder(type);
            uses.TryAdd(folder, []);
            uses[folder].UnionWith(Referenced(type).Select(Folder).Where(other => other != folder && IsInFolder(other)));
        }

        return uses;

        bool IsInFolder(string name) => name.StartsWith($"{root}.", StringComparison.Ordinal) && !name.StartsWith("TrustedPublishing.Nuke.Components", StringComparison.Ordinal);
    }

    private static string Folder(TypeReference type) => type.DeclaringType is { } outer ? Folder(outer) : type.Namespace;

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
