using Mono.Cecil;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>Only what users call is public, because every public type, including nested ones, must be maintained.</summary>
public sealed class PublicTypes
{
    /// <remarks>
    /// In the NUKE layer: 14 components and two attributes that builds use, the attributes' base class, and four types of their settings.
    /// </remarks>
    [Theory]
    [InlineData("TrustedPublishing.Distributions", 12)]
    [InlineData("TrustedPublishing", 20)]
    [InlineData("TrustedPublishing.Packaging", 8)]
    [InlineData("TrustedPublishing.Rehearsal", 8)]
    [InlineData("TrustedPublishing.Nuke", 21)]
    public void AreFew(string project, int most)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(ArrowsBetweenFolders.Assemblies.Select(row => row.Data).Single(file => Path.GetFileNameWithoutExtension(file) == project));

        Assert.InRange(assembly.MainModule.GetTypes().Count(IsPublic), 1, most);
    }

    private static bool IsPublic(TypeDefinition type) => type.DeclaringType is { } outer ? type.IsNestedPublic && IsPublic(outer) : type.IsPublic;
}
