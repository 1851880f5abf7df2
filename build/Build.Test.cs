using System.Collections.Concurrent;
using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

partial class Build
{
    [Parameter("Leave out the slow tests, most of which play a whole release in many processes")]
    readonly bool Quick;

    AbsolutePath TestResults => RootDirectory / "artifacts" / "test-results";

    Target Compile => _ => _
        .Description("Compile everything")
        .Executes(() => ProcessTasks
            .StartProcess("dotnet", "build TrustedPublishing.slnx --verbosity quiet -nologo -clp:NoSummary", RootDirectory)
            .AssertZeroExitCode());

    Target Test => _ => _
        .Description("Run every test project and count what passed, failed and was skipped; with --quick without the slow tests")
        .DependsOn(Precompile)
        .Executes(() =>
        {
            TestResults.CreateOrCleanDirectory();
            var runs = RunAllTests();
            Log.Information("The slowest tests:");
            foreach (var (seconds, name) in runs.SelectMany(run => run.Times).OrderByDescending(test => test.Seconds).Take(10))
            {
                Log.Information("{Seconds:0.0} s: {Test:l}", seconds, name);
            }

            var skipped = runs.SelectMany(run => run.SkipReasons).Distinct().Order(StringComparer.Ordinal).ToList();
            skipped.ForEach(reason => Log.Information("Skipped: {Reason:l}", reason));
            Count = (runs.Sum(run => run.Passed), runs.Sum(run => run.Failed), runs.Sum(run => run.Skipped));
            Assert.True(runs.All(run => run is { Failed: 0, Crashed: false }), "Tests failed, see above");
            Assert.True(Count.Passed > 0, "No test was run");
        });

    (int Passed, int Failed, int Skipped) Count;

    /// <summary>Writes the closing line that CI reads, after everything else.</summary>
    protected override void OnBuildFinished()
    {
        if (InvokedTargets.Any(target => target.Name == nameof(Test)))
        {
            Console.WriteLine($"{Count.Passed} passed, {Count.Failed} failed, {Count.Skipped} skipped");
        }
    }

    /// <summary>
    /// Runs two projects at a time, so that one can use the CPU while the other waits. The longest one starts first, so that it is not left over at
    /// the end.
    /// </summary>
    IReadOnlyCollection<TestRun> RunAllTests()
    {
        var projects = (RootDirectory / "tests").GlobFiles("*.Tests/*.Tests.csproj").Select(project => project.NameWithoutExtension)
            .OrderBy(project => project != "TrustedPublishing.Nuke.Tests").ThenBy(project => project, StringComparer.Ordinal);
        var (waiting, runs) = (new ConcurrentQueue<string>(projects), new ConcurrentBag<TestRun>());
        Task.WaitAll([.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (waiting.TryDequeue(out var project))
            {
                runs.Add(RunTests(project));
            }
        }))]);
        return runs;
    }

    TestRun RunTests(string project)
    {
        var results = TestResults / $"{project}.xml";
        var assembly = RootDirectory / "artifacts" / "bin" / project / "debug" / $"{project}.dll";
        var left = Quick ? "-trait- Speed=Slow" : "";
        var variables = EnvironmentInfo.Variables.Where(variable => variable.Key != "NUKE_ROOT").ToDictionary(variable => variable.Key, variable => variable.Value);
        variables["DOTNET_TieredPGO"] = "0"; // the programs that tests start end before it pays
        var process = ProcessTasks.StartProcess(
            "dotnet",
            $"exec {assembly:dn} -xml {results:dn} -maxThreads 2x {left:nq} -noColor -noLogo", // many tests wait for other programs
            RootDirectory,
            variables,
            logOutput: false,
            logInvocation: false);
        process.AssertWaitForExit();
        var run = TestRun.Read(project, results, process.ExitCode);
        if (run.Failed > 0 || run.Crashed)
        {
            Console.WriteLine(string.Join('\n', process.Output.Select(line => line.Text)));
            Log.Error("{Project:l}: {Failed} failed", project, run.Failed);
        }

        Log.Information("{Project:l}: {Passed} passed, {Skipped} skipped", project, run.Passed, run.Skipped);
        return run;
    }

    /// <summary>The result of running one test project.</summary>
    sealed record TestRun(int Passed, int Failed, int Skipped, bool Crashed, IReadOnlyList<string> SkipReasons, IReadOnlyList<(double Seconds, string Name)> Times)
    {
        /// <summary>If there is no result file, the run did not finish: this counts as a failure, whatever the exit code.</summary>
        public static TestRun Read(string project, AbsolutePath results, int exitCode)
        {
            if (!results.FileExists())
            {
                Log.Error("{Project:l} ended with exit code {ExitCode} and left no results", project, exitCode);
                return new(0, 1, 0, Crashed: true, [], []);
            }

            var assemblies = XDocument.Load(results).Descendants("assembly").ToList();
            int Sum(string attribute) => assemblies.Sum(assembly => (int?)assembly.Attribute(attribute) ?? 0);
            var failed = Sum("failed") + Sum("errors");
            return new(
                Sum("passed"),
                failed,
                Sum("skipped"),
                Crashed: failed == 0 && exitCode != 0,
                [.. assemblies.Descendants("reason").Select(reason => reason.Value.Trim())],
                [.. assemblies.Descendants("test").Select(test => ((double?)test.Attribute("time") ?? 0, (string?)test.Attribute("name") ?? ""))]);
        }
    }
}
