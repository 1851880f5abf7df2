using TrustedPublishing.Distributions;
using TrustedPublishing.Identity;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Runs the build backend of a project that this library does not build.</summary>
internal static class ForeignBackend
{
    /// <summary>Builds into a separate folder, which must then contain only distributions of one release; these are moved to the others.</summary>
    public static IReadOnlyList<string> Build(PackRequest request, PythonBackend backend)
    {
        if (backend.Problem is { } problem)
        {
            throw new Failure(problem);
        }

        var output = EmptyFolder.Create(Path.Combine(request.TemporaryFolder, "backend"));
        var (program, arguments) = Invocation(backend, request.Variables);
        PackProcess.Run(
            $"Building the distributions with {backend}", program, [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.Replace("{output}", output, StringComparison.Ordinal))],
            request.ProjectFolder, request.Variables);
        Check(backend, output);
        var folder = Directory.CreateDirectory(request.DistributionsFolder).FullName;
        return [.. Directory.EnumerateFiles(output).Where(PackRun.IsDistribution).Order(StringComparer.Ordinal).Select(file => Move(file, folder))];
    }

    private static (string Program, string Arguments) Invocation(PythonBackend backend, PackVariables variables)
    {
        if (backend.Tool != PythonBackend.PythonModule)
        {
            return (PackProcess.Find(backend.Tool!) ?? throw NotInstalled(backend), backend.Arguments);
        }

        var python = Python ?? throw new Failure(
            $"{backend} needs Python, which was not found: PYTHON_EXE is not set, and neither python3 nor py is on the PATH. Install it (Debian: `apt-get install python3 python3-venv`), or set PYTHON_EXE to its path.");
        try
        {
            PackProcess.Run($"Looking for {backend}", python, ["-m", "build", "--version"], Environment.CurrentDirectory, variables, isQuiet: true);
        }
        catch (Failure)
        {
            throw NotInstalled(backend);
        }

        return (python, backend.Arguments);
    }

    private static Failure NotInstalled(PythonBackend backend) => new(backend.Install.Length == 0
        ? $"The program {backend.Tool} of the command '{backend}' is not on the PATH. Install it, or give its full path."
        : $"{backend} is required to build the distributions but is not installed. Run: {Python ?? "python3"} {backend.Install}. "
            + "To use another tool, set --python-backend.");

    private static string? Python =>
        CiEnvironment.OfThisProcess().GetValueOrDefault("PYTHON_EXE") is { Length: > 0 } given ? given : PackProcess.Find("python3") ?? PackProcess.Find("py") ?? PackProcess.Find("python");

    private static void Check(PythonBackend backend, string output)
    {
        var entries = Directory.EnumerateFileSystemEntries(output).Where(entry => Path.GetFileName(entry) != ".gitignore").Order(StringComparer.Ordinal).ToList();
        var stray = entries.Where(entry => !PackRun.IsDistribution(entry)).Select(Path.GetFileName).ToList();
        if (stray.Count > 0)
        {
            throw new Failure($"{backend} produced files that are not distributions: {string.Join(", ", stray)}. Its output folder may contain only wheels and an sdist.");
        }

        var releases = entries.Select(entry => DistributionFileName.TryParse(Path.GetFileName(entry), out var name, out _) ? $"{name.Project} {name.Version}" : Path.GetFileName(entry)).Distinct().ToList();
        if (releases.Count != 1)
        {
            throw new Failure(releases.Count == 0
                ? $"{backend} succeeded but wrote no distribution to {output}. The command must write them to {{output}}."
                : $"{backend} produced distributions of more than one release: {string.Join(", ", releases)}. Build one project at a time.");
        }
    }

    private static string Move(string file, string folder)
    {
        var target = Path.Combine(folder, Path.GetFileName(file));
        File.Move(file, target, overwrite: true);
        BuildLog.Verbose($"Moved {Path.GetFileName(file)} to {folder}");
        return target;
    }
}
