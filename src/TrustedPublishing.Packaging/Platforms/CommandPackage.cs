using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Platforms;

/// <summary>
/// The parts of a wheel that make a .NET program a command. A single-file program is installed as a script; a program with several files is in the
/// package, and a console script starts it. In both cases, <c>python -m PACKAGE</c> starts it too, and <c>find_bin()</c> returns its path.
/// </summary>
internal sealed partial class CommandPackage
{
    private const string ProgramFolder = "program";

    private readonly CommandPayload payload;
    private readonly StaticProject project;
    private readonly string name;
    private readonly FindingList complaints;
    private readonly Dictionary<string, IReadOnlyList<WheelFile>> files = [];
    private bool needsConsoleScript;

    private CommandPackage(CommandPayload payload, StaticProject project, string name, FindingList complaints) =>
        (this.payload, this.project, this.name, this.complaints) = (payload, project, name, complaints);

    /// <summary>The files of the wheel for each runtime identifier.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WheelFile>> Files => files;

    /// <summary>The project, with the console script if one is needed.</summary>
    public StaticProject Project => needsConsoleScript ? project with { EntryPoints = WithConsoleScript() } : project;

    /// <summary>Whether the project has no package of its own, so that one is generated.</summary>
    public static bool IsMadeFor(StaticProject project, ProjectTree tree)
    {
        var name = ProjectName.InFileName(project.Name);
        return !tree.Folders.Contains(name) && !tree.Folders.Contains($"src/{name}") && !tree.HasFile($"{name}.py") && !tree.HasFile($"src/{name}.py");
    }

    public static CommandPackage? Create(CommandPayload? payload, StaticProject project, Selection selection, FindingList complaints)
    {
        if (payload is null)
        {
            return null;
        }

        var made = ProjectName.InFileName(project.Name);
        IReadOnlyList<string> packages = selection.Wheel.Count == 0 ? [made] : FileSelection.Packages(selection);
        if (packages is not [var name])
        {
            complaints.AddIf(complaints.All.Count == 0, () => Diagnostics.CommandNeedsPackage(made));
            return null;
        }

        var (isPackage, isCommand) = (Identifier().IsMatch(name), Command().IsMatch(payload.Command));
        complaints.AddIf(!isPackage, () => Diagnostics.CommandPackageName(name));
        complaints.AddIf(!isCommand, () => Diagnostics.CommandName(payload.Command));
        if (!isPackage || !isCommand)
        {
            return null;
        }

        var package = new CommandPackage(payload, project, name, complaints);
        foreach (var (runtime, folder) in payload.Published)
        {
            package.files.Add(runtime, package.FilesOf(runtime, folder));
        }

        var declared = project.EntryPoints.Any(group => group.Name == "console_scripts" && group.EntryPoints.Any(entry => entry.Key == payload.Command));
        complaints.AddIf(declared && !package.needsConsoleScript, () => Diagnostics.CommandDeclaredTwice(payload.Command));
        return package;
    }

    /// <summary>The published files without those that only debuggers read, and the modules that start the program.</summary>
    private IReadOnlyList<WheelFile> FilesOf(string runtime, string folder)
    {
        var published = Directory.Exists(folder) ? SourceTree.Read(folder, _ => false, _ => false).Files.Where(file => !IsForDebuggers(file)).ToList() : [];
        var executable = published.Find(file => file == payload.Assembly || file == $"{payload.Assembly}.exe");
        if (executable is null && !published.Contains($"{payload.Assembly}.dll"))
        {
            complaints.Add(Diagnostics.NoProgram(runtime, payload.Assembly, folder));
            return [];
        }

        if (published.Count == 1 && executable is not null)
        {
            var extension = executable.EndsWith(".exe", StringComparison.Ordinal) ? ".exe" : "";
            return
            [
                new(Path.Combine(folder, executable), $"{project.Stem}.data/scripts/{payload.Command}{extension}", IsProgram: true),
                .. Modules(CommandModules.OfScript(payload.Command)),
            ];
        }

        needsConsoleScript = true;
        return
        [
            .. published.Select(file => new WheelFile(Path.Combine(folder, file), $"{name}/{ProgramFolder}/{file}", IsProgram: file == executable)),
            .. Modules(CommandModules.OfFolder(ProgramFolder, executable ?? $"{payload.Assembly}.dll")),
        ];
    }

    /// <summary>Modules that the project already contains are not generated.</summary>
    private WheelFile[] Modules(string init) =>
    [
        WheelFile.OfText($"{name}/__init__.py", init),
        WheelFile.OfText($"{name}/__main__.py", CommandModules.Main(name)),
    ];

    private IReadOnlyList<EntryPointGroup> WithConsoleScript()
    {
        var scripts = project.EntryPoints.FirstOrDefault(group => group.Name == "console_scripts")?.EntryPoints ?? [];
        return scripts.Any(script => script.Key == payload.Command) ? project.EntryPoints :
        [
            new("console_scripts", [.. scripts, KeyValuePair.Create(payload.Command, $"{name}.__main__:main")]),
            .. project.EntryPoints.Where(group => group.Name != "console_scripts"),
        ];
    }

    /// <summary>
    /// Symbols, documentation, and the tracing library, which has dependencies of its own; none of them is needed to run the program.
    /// </summary>
    private static bool IsForDebuggers(string file) =>
        file.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".dbg", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || file.Contains(".dSYM/", StringComparison.Ordinal)
        || file is "libcoreclrtraceptprovider.so";

    [GeneratedRegex(@"\A(?!(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\z)[a-z_]\w*(?:/[a-z_]\w*)*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]*\z")]
    private static partial Regex Command();
}
