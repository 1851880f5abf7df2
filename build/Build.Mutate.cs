using System.Globalization;
using System.Text.Json;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

partial class Build
{
    [Parameter("Source project whose code is mutated, for example 'TrustedPublishing.Distributions'", Name = "Mutate")]
    readonly string? MutatedProject;

    [Parameter("Files to mutate, for example '**/Upload/*.cs' - default: all", Separator = ",")]
    readonly string[] MutateFiles = [];

    [Parameter("Tests to run, for example 'FullyQualifiedName~Tests.Upload' - default: every test of the project")]
    readonly string MutateTests = "";

    AbsolutePath MutationReports => RootDirectory / "artifacts" / "mutation";

    Target Mutate => _ => _
        .Description("Change the code of one source project piece by piece and count what its tests notice; the score of each folder goes to artifacts/mutation")
        .Requires(() => MutatedProject)
        .Executes(() =>
        {
            var tests = RootDirectory / "tests" / $"{MutatedProject}.Tests";
            Assert.True((tests / "stryker-config.json").FileExists(), $"--mutate {MutatedProject}: tests/{MutatedProject}.Tests/stryker-config.json does not exist. Name a project of src");
            var output = MutationReports / MutatedProject;
            output.CreateOrCleanDirectory();
            RunMutants("tool restore", tests);
            RunMutants($"tool run dotnet-stryker --skip-version-check --output \"{output}\" {Chosen()}", tests);
            var mutants = Mutant.Read(output / "reports" / "mutation-report.json", tests / "equivalent-mutants.txt");
            var scores = mutants.GroupBy(mutant => mutant.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal).Select(ScoreOf).ToList();
            File.WriteAllLines(output / "scores.md", ["| folder | killed | equivalent | survived | score |", "|---|---|---|---|---|", .. scores]);
            File.WriteAllLines(output / "survivors.txt", mutants.Where(mutant => mutant.Fate == Fate.Survived).Select(mutant => mutant.ToString()));
            scores.ForEach(score => Log.Information("{Score:l}", score));
            Log.Information("Each survivor is listed in {File}", output / "survivors.txt");
        });

    string Chosen() => string.Join(' ', [.. MutateFiles.Select(file => $"--mutate \"{file}\""), .. MutateTests.Length > 0 ? [$"--test-case-filter \"{MutateTests}\""] : Array.Empty<string>()]);

    static string ScoreOf(IGrouping<string, Mutant> folder)
    {
        int Count(Fate fate) => folder.Count(mutant => mutant.Fate == fate);
        var (killed, survived) = (Count(Fate.Killed), Count(Fate.Survived));
        var score = killed + survived == 0 ? "-" : (100.0 * killed / (killed + survived)).ToString("0.0 '%'", CultureInfo.InvariantCulture);
        return $"| {folder.Key} | {killed} | {Count(Fate.Equivalent)} | {survived} | {score} |";
    }

    static void RunMutants(string arguments, AbsolutePath tests) => ProcessTasks
        .StartProcess(
            "dotnet",
            arguments,
            tests, // dotnet searches for the tool manifest from here upwards
            EnvironmentInfo.Variables.Where(variable => variable.Key != "NUKE_ROOT").Append(new("RunAnalyzers", "false")).ToDictionary(variable => variable.Key, variable => variable.Value),
            logInvocation: false,
            logger: (_, line) => Console.WriteLine(line))
        .AssertZeroExitCode();

    /// <summary>The result of testing a mutant. A test that times out has detected it.</summary>
    enum Fate
    {
        Killed,
        Equivalent,
        Survived,
    }

    /// <summary>One change of the code.</summary>
    sealed record Mutant(string Path, int Line, string Change, Fate Fate)
    {
        public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : ".";

        public override string ToString() => $"{Path}:{Line}: {Change}";

        /// <param name="report">Stryker's report.</param>
        /// <param name="equivalents">Lines of the form <c>FILE: CODE => CHANGE # reason</c>: changes that have no effect, or none that a test can
        /// observe.</param>
        public static IReadOnlyList<Mutant> Read(AbsolutePath report, AbsolutePath equivalents)
        {
            var known = equivalents.FileExists() ? File.ReadLines(equivalents).Select(line => line.Split(" # ")[0]).ToHashSet() : [];
            using var document = JsonDocument.Parse(File.ReadAllText(report));
            var root = document.RootElement.GetProperty("projectRoot").GetString()!;
            return [.. document.RootElement.GetProperty("files").EnumerateObject().SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray()
                .Where(mutant => mutant.GetProperty("status").GetString() is "Killed" or "Timeout" or "Survived" or "NoCoverage")
                .Select(mutant => From(System.IO.Path.GetRelativePath(root, file.Name).Replace('\\', '/'), file.Value.GetProperty("source").GetString()!.Split('\n'), mutant, known)))];
        }

        static Mutant From(string file, string[] source, JsonElement mutant, HashSet<string> known)
        {
            var location = mutant.GetProperty("location");
            var change = $"{OneLine(Between(source, location))} => {OneLine(mutant.GetProperty("replacement").GetString()!)}";
            var fate = mutant.GetProperty("status").GetString() is "Killed" or "Timeout" ? Fate.Killed : known.Contains($"{file}: {change}") ? Fate.Equivalent : Fate.Survived;
            return new(file, location.GetProperty("start").GetProperty("line").GetInt32(), change, fate);
        }

        /// <summary>The code that a mutant replaces. Lines and columns count from 1; the end is the first column behind it.</summary>
        static string Between(string[] source, JsonElement location)
        {
            var (start, end) = (location.GetProperty("start"), location.GetProperty("end"));
            var lines = source[(start.GetProperty("line").GetInt32() - 1)..end.GetProperty("line").GetInt32()];
            lines[^1] = lines[^1][..(end.GetProperty("column").GetInt32() - 1)];
            lines[0] = lines[0][(start.GetProperty("column").GetInt32() - 1)..];
            return string.Join('\n', lines);
        }

        static string OneLine(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
