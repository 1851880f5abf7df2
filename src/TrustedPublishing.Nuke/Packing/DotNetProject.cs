using System.Text.Json;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>A .NET project and its MSBuild properties.</summary>
internal sealed class DotNetProject
{
    private static readonly string[] Names =
    [
        "PackageId", "AssemblyName", "PackageVersion", "Version", "Description", "Authors", "PackageLicenseExpression", "PackageLicenseFile", "PackageReadmeFile",
        "PackageTags", "PackageProjectUrl", "RepositoryUrl", "ToolCommandName", "RuntimeIdentifiers", "TargetFramework", "TargetFrameworks",
    ];

    private readonly IReadOnlyDictionary<string, string> properties;

    private readonly PackVariables variables;

    private DotNetProject(string file, IReadOnlyDictionary<string, string> properties, PackVariables variables) => (File, this.properties, this.variables) = (file, properties, variables);

    public string File { get; }

    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>A property; empty if it is not set.</summary>
    public string this[string name] => properties.GetValueOrDefault(name, "");

    public IReadOnlyList<string> RuntimeIdentifiers => this["RuntimeIdentifiers"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>For several target frameworks, the newest that is not for a specific system; null if the project has only one.</summary>
    private string? Framework => this["TargetFramework"].Length > 0 ? null : (
        from framework in this["TargetFrameworks"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where framework.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(framework["net".Length..], out _)
        orderby Version.Parse(framework["net".Length..]) descending
        select framework).FirstOrDefault();

    public static DotNetProject Read(string file, PackVariables variables)
    {
        var printed = PackProcess.Run($"Reading the properties of {file}", DotNet, ["msbuild", file, "-nologo", .. Names.Select(name => $"-getProperty:{name}")], Path.GetDirectoryName(file)!, variables, isQuiet: true);
        try
        {
            using var json = JsonDocument.Parse(printed[Math.Max(0, printed.IndexOf('{', StringComparison.Ordinal))..]);
            var read = json.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString() ?? "");
            return new(file, read, variables);
        }
        catch (JsonException exception)
        {
            throw new Failure($"dotnet msbuild printed no properties of {file}, but: {printed}", exception);
        }
    }

    /// <summary>
    /// Publishes the project for a runtime identifier to a folder, and returns that folder. The same sources produce the same program, wherever they
    /// are.
    /// </summary>
    public string Publish(string runtime, string folder, params IReadOnlyCollection<string> arguments)
    {
        EmptyFolder.Create(folder);
        // Restoring for all of the project's runtime identifiers would require packages that this machine's source may not have.
        string[] framework = Framework is { } newest && !arguments.Any(IsFramework) ? ["--framework", newest] : [];
        string[] target = runtime == "any" ? ["-p:RuntimeIdentifiers="] : ["--runtime", runtime, $"-p:RuntimeIdentifiers={runtime}"];
        PackProcess.Run(
            $"Publishing {Path.GetFileName(File)} for {runtime}",
            DotNet,
            [
                "publish", File, "--configuration", "Release", .. framework, .. target, "--output", folder, "-nologo", "-verbosity:quiet",
                "-p:DebugType=none", "-p:DebugSymbols=false", .. arguments,
            ],
            Folder,
            variables);
        return folder;
    }

    private static bool IsFramework(string argument) => argument is "-f" or "--framework" || argument.StartsWith("-p:TargetFramework=", StringComparison.OrdinalIgnoreCase);

    private static string DotNet => PackProcess.Find("dotnet")
        ?? throw new Failure("dotnet is required for publishing but is not on the PATH. Install the .NET SDK: https://dotnet.microsoft.com/download.");
}
