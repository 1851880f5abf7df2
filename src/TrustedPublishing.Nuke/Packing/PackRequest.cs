using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>What to pack, and how.</summary>
internal sealed record PackRequest
{
    /// <summary>The root of the build.</summary>
    public required string Root { get; init; }

    /// <summary>The folder for intermediate files.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>The folder of <c>pyproject.toml</c>.</summary>
    public required string ProjectFolder { get; init; }

    public required string DistributionsFolder { get; init; }

    /// <summary>Existing distributions to use instead of packing: paths or globs. If there are any, only the folders and <see cref="Platforms"/> matter too.</summary>
    public required IReadOnlyList<string> Distributions { get; init; }

    /// <summary>For which platforms wheels are packed; null for a build without platform wheels.</summary>
    public required RuntimeChoice? Platforms { get; init; }

    /// <summary>The tool that builds the distributions; null for the default.</summary>
    public PythonBackend? Backend { get; init; }

    /// <summary>The version that the build computes; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>The variables of the programs that are started.</summary>
    public PackVariables Variables { get; init; } = new([]);

    /// <summary>Customises the options, as the build requests.</summary>
    public Func<PackagingOptions, PackagingOptions> Configure { get; init; } = options => options;

    /// <summary>Runtime identifier → a platform tag that replaces the computed one.</summary>
    public IReadOnlyDictionary<string, string> PlatformTags { get; init; } = new Dictionary<string, string>();

    /// <summary>The .NET program to pack; null for none.</summary>
    public DotNetToolRequest? Tool { get; init; }

    /// <summary>The native libraries to pack; null for none.</summary>
    public NativeLibraryRequest? Library { get; init; }

    /// <summary>The options for the packager.</summary>
    public PackagingOptions Options => new() { ProjectDirectory = ProjectFolder, OutputDirectory = DistributionsFolder, Version = Version };
}

/// <summary>A .NET console program to pack as a command.</summary>
/// <param name="ProjectFile">Its project file.</param>
/// <param name="Deployment">How it is published.</param>
/// <param name="IsTrimmed">Whether unused code is removed.</param>
/// <param name="PublishArguments">Additional arguments for <c>dotnet publish</c>.</param>
internal sealed record DotNetToolRequest(string ProjectFile, ToolDeployment Deployment, bool IsTrimmed, IReadOnlyList<string> PublishArguments);

/// <summary>Native libraries to pack with a Python package.</summary>
/// <param name="Project">A .NET project that is published as a shared library; null for none.</param>
/// <param name="Packages">NuGet packages with native files.</param>
/// <param name="Files">Runtime identifier → path in the installed tree → a file or folder on this machine.</param>
/// <param name="Folder">The installed location of the files that the project and the packages have; null for the default.</param>
internal sealed record NativeLibraryRequest(string? Project, IReadOnlyList<string> Packages, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Files, string? Folder);
