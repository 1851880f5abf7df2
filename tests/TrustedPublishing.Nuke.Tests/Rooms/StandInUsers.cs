using System.Xml.Linq;
using Mono.Cecil;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>The compiled projects of this repository, and the members of another assembly that they use. The tests of the stand-ins do not count as users.</summary>
internal sealed class StandInUsers : IDisposable
{
    private static readonly string[] Folders = ["src", "build", "tests"];

    private static readonly string[] Left = ["build/standins/", "tests/TrustedPublishing.StandIns.Tests/", "tests/samples/"];

    private readonly DefaultAssemblyResolver resolver = new();
    private readonly List<ModuleDefinition> modules = [];
    private readonly List<string> missing = [];

    public StandInUsers()
    {
        Array.ForEach(resolver.GetSearchDirectories(), resolver.RemoveSearchDirectory);
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        foreach (var project in Files("*.csproj"))
        {
            var name = XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
            if (Compiled(project, $"{name}.dll") is { } compiled)
            {
                modules.Add(Read(compiled));
            }
            else
            {
                missing.Add(name);
            }
        }
    }

    /// <summary>The source text of the same projects, for uses that leave no trace in compiled code.</summary>
    public static string SourceText { get; } = string.Join('\n', Files("*.cs").Select(File.ReadAllText));

    public static string StandInText { get; } = string.Join('\n', Directory.EnumerateFiles(RepositoryRoot.Combine("build", "standins"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

    /// <summary>The projects that are not compiled, which may be the only users of a member.</summary>
    public IReadOnlyList<string> Missing => missing;

    public ModuleDefinition Read(string file) => ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = resolver });

    /// <summary>The members of <paramref name="module"/> that are named in code, set in an attribute, or overridden.</summary>
    public IReadOnlySet<IMemberDefinition> Uses(ModuleDefinition module)
    {
        var used = new HashSet<IMemberDefinition>();
        foreach (var user in modules.Where(user => user.AssemblyReferences.Any(reference => reference.Name == module.Assembly.Name.Name)))
        {
            used.UnionWith(user.GetTypeReferences().Where(IsThere).Select(TypeDefinition? (type) => type.Resolve()).OfType<TypeDefinition>());
            used.UnionWith(user.GetMemberReferences().Where(member => IsThere(member.DeclaringType)).Select(IMemberDefinition? (member) => member.Resolve()).OfType<IMemberDefinition>());
            used.UnionWith(user.GetTypes().SelectMany(SetInAttributes));
            used.UnionWith(user.GetTypes().SelectMany(Overridden));
        }

        // the members were read from a copy of the assembly; find them in the assembly itself
        var names = used.Select(member => member.FullName).ToHashSet(StringComparer.Ordinal);
        return module.GetTypes().SelectMany(type => type.Methods.Concat<IMemberDefinition>(type.Fields).Concat(type.Properties).Prepend(type)).Where(member => names.Contains(member.FullName)).ToHashSet();

        bool IsThere(TypeReference? type) => type?.GetElementType().Scope?.Name == module.Assembly.Name.Name;
    }

    public void Dispose()
    {
        modules.ForEach(module => module.Dispose());
        resolver.Dispose();
    }

    private static IEnumerable<IMemberDefinition> SetInAttributes(TypeDefinition type) =>
        from attribute in type.CustomAttributes.Concat(type.Fields.SelectMany(field => field.CustomAttributes)).Concat(type.Properties.SelectMany(property => property.CustomAttributes))
        from set in attribute.Properties
        from ancestor in Ancestors(attribute.AttributeType)
        from property in ancestor.Properties
        where property.Name == set.Name
        select property;

    private static IEnumerable<IMemberDefinition> Overridden(TypeDefinition type) =>
        from method in type.Methods
        where method.IsVirtual && !(method.IsNewSlot && !method.IsFinal)
        from ancestor in Ancestors(type).Skip(1).Concat(type.Interfaces.Select(implemented => implemented.InterfaceType.Resolve()))
        from overridden in ancestor.Methods
        where overridden.Name == method.Name && overridden.Parameters.Count == method.Parameters.Count
        select overridden;

    private static IEnumerable<TypeDefinition> Ancestors(TypeReference? type)
    {
        for (var definition = type?.Resolve(); definition is not null; definition = definition.BaseType?.Resolve())
        {
            yield return definition;
        }
    }

    private static IEnumerable<string> Files(string pattern) =>
        from folder in Folders
        from file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')
        where !Left.Any(left => path.StartsWith(left, StringComparison.Ordinal)) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select file;

    /// <summary>The newest compiled file. Projects under <c>build</c> have their own <c>bin</c> folder.</summary>
    private static string? Compiled(string project, string name) =>
        new[] { RepositoryRoot.Combine("artifacts", "bin", Path.GetFileNameWithoutExtension(project)), Path.Combine(Path.GetDirectoryName(project)!, "bin") }
            .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories)).MaxBy(File.GetLastWriteTimeUtc);
}
