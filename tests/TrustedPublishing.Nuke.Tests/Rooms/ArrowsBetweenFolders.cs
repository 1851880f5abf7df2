using Mono.Cecil;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>
/// Folders are namespaces and depend on each other in one direction, according to the compiled code. The root of a project combines the folders and may use
/// all of them; folders use only its public types and those that depend on no folder.
/// </summary>
public sealed class ArrowsBetweenFolders
{
    /// <summary>Internal types of a root that folders use although they depend on folders themselves: messages and records that a whole project shares.</summary>
    private static readonly string[] SharedByFolders =
    [
        "TrustedPublishing.Attestation", "TrustedPublishing.ProgressRecord",
        "TrustedPublishing.Nuke.Failure",
        "TrustedPublishing.Packaging.Diagnostics", "TrustedPublishing.Packaging.PackagedProject",
    ];

    public static TheoryData<string> Assemblies =>
    [
        typeof(Distribution).Assembly.Location, typeof(Publisher).Assembly.Location, typeof(DistributionPackager).Assembly.Location,
        typeof(RehearsalIndex).Assembly.Location, typeof(IPublishDistributions).Assembly.Location,
    ];

    /// <summary>The projects whose arrows the map draws.</summary>
    public static TheoryData<string> Drawn => [.. DrawnArrows.Read().Keys];

    [Fact]
    public void AreDrawnForTheProjectsWithTheMost() =>
        Assert.Equal(["TrustedPublishing", "TrustedPublishing.Nuke", "TrustedPublishing.Packaging"], DrawnArrows.Read().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Drawn))]
    public void AreThoseOfTheMap(string project)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(FileOf(project));

        var compiled = from use in CompiledUses.Read(assembly)
                       let arrow = (From: TopFolder(use.User, project), To: TopFolder(use.Used, project))
                       where arrow.From is not null && arrow.To is not null && arrow.From != arrow.To
                       select $"{arrow.From} -> {arrow.To}";

        Assert.Equal(DrawnArrows.Read()[project].Order(StringComparer.Ordinal), compiled.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void LeadDownInTheMap(string project)
    {
        var arrows = DrawnArrows.Read()[project].Select(arrow => arrow.Split(" -> ")).ToList();
        var rows = arrows.Select(arrow => arrow[0]).Distinct().ToList();

        Assert.All(arrows, arrow => Assert.True(rows.IndexOf(arrow[1]) is var below && (below < 0 || below > rows.IndexOf(arrow[0])), $"{arrow[0]} -> {arrow[1]}"));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void FormNoCycle(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file);
        var (project, uses) = (assembly.Name.Name, CompiledUses.Read(assembly));

        Assert.Empty(InCycles(uses, type => TopFolder(type, project) is null ? null : type.Namespace));
        Assert.Empty(InCycles(uses, type => TopFolder(type, project)));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void LeadToTheRootOnlyForWhatIsShared(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file);
        var (project, uses) = (assembly.Name.Name, CompiledUses.Read(assembly));
        var dependent = uses.Where(use => use.User.Namespace == project && TopFolder(use.Used, project) is not null).Select(use => use.User).ToHashSet();

        var used = uses.Where(use => TopFolder(use.User, project) is not null && use.Used.Namespace == project && !use.Used.IsPublic && dependent.Contains(use.Used));

        Assert.Equal(SharedByFolders.Where(name => name.LastIndexOf('.') == project.Length && name.StartsWith(project, StringComparison.Ordinal)), used.Select(use => use.Used.FullName).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void BetweenProjectsAreThoseOfTheMap(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file);

        var used = assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(name => name.StartsWith("TrustedPublishing", StringComparison.Ordinal));

        Assert.Equal(DrawnArrows.ReadProjects()[assembly.Name.Name].Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    /// <summary>The code that renders pages of untrusted text is not part of a release, and a release does not load it.</summary>
    [Fact]
    public void LeadToTheSanitizerOnlyFromTheEmbeddedIndex()
    {
        var users = Assemblies.Select(row => AssemblyDefinition.ReadAssembly(row.Data))
            .Where(assembly => assembly.MainModule.AssemblyReferences.Any(reference => reference.Name is "HtmlSanitizer" or "AngleSharp" or "AngleSharp.Css"))
            .Select(assembly => assembly.Name.Name);

        Assert.Equal(["TrustedPublishing.Rehearsal"], users);
    }

    private static string FileOf(string project) => Assemblies.Select(row => row.Data).Single(file => Path.GetFileNameWithoutExtension(file) == project);

    /// <summary>The folder below the project's own; null for the root and for what the compiler adds.</summary>
    private static string? TopFolder(TypeDefinition type, string project) =>
        type.Namespace.StartsWith($"{project}.", StringComparison.Ordinal) ? type.Namespace[(project.Length + 1)..].Split('.')[0] : null;

    /// <summary>The arrows that remain when those to folders without arrows are removed, repeatedly: the cycles and what leads to them.</summary>
    private static IEnumerable<string> InCycles(IReadOnlyList<(TypeDefinition User, TypeDefinition Used)> uses, Func<TypeDefinition, string?> folderOf)
    {
        var left = uses.Select(use => (From: folderOf(use.User), To: folderOf(use.Used))).Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To).Distinct().ToList();
        for (var count = -1; count != left.Count;)
        {
            count = left.Count;
            left = left.FindAll(arrow => left.Exists(other => other.From == arrow.To));
        }

        return left.Select(arrow => $"{arrow.From} -> {arrow.To}").Order(StringComparer.Ordinal);
    }
}
