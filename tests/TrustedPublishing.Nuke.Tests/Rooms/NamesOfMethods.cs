using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

public sealed class NamesOfMethods
{
    [Theory]
    [MemberData(nameof(ArrowsBetweenFolders.Assemblies), MemberType = typeof(ArrowsBetweenFolders))]
    public void SayWhatTheyMakeOrDo(string assembly)
    {
        using var definition = AssemblyDefinition.ReadAssembly(assembly);

        Assert.Empty(definition.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.Name == "Of").Select(method => method.FullName));
    }
}
