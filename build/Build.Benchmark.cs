using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

partial class Build
{
    [Parameter("One round of every benchmark instead of several, and no 400 ms")]
    readonly bool BenchmarkQuick;

    [Parameter("Benchmarks to run, for example 'sink/100ms' or 'NUKE layer' - default: all", Separator = ",")]
    readonly string[] BenchmarkOnly = [];

    AbsolutePath BenchmarkReports => RootDirectory / "artifacts" / "benchmarks";

    Target Benchmark => _ => _
        .Description("Measure this client beside twine and curl; the report goes to artifacts/benchmarks")
        .Executes(() =>
        {
            DotNet($"build tests/benchmarks --configuration Release --verbosity quiet -nologo -clp:NoSummary");
            var program = RootDirectory / "artifacts" / "bin" / "TrustedPublishing.Benchmarks" / "release" / "TrustedPublishing.Benchmarks.dll";
            var quick = BenchmarkQuick ? "--quick" : "";
            var only = BenchmarkOnly.Length > 0 ? $"--only \"{string.Join(',', BenchmarkOnly)}\"" : "";
            DotNet($"exec {program:dn} --output {BenchmarkReports:dn} {quick:nq} {only:nq}");
        });

    void DotNet(ArgumentStringHandler arguments) => ProcessTasks
        .StartProcess("dotnet", arguments, RootDirectory, logInvocation: false, logger: (_, line) => Console.WriteLine(line))
        .AssertZeroExitCode();
}
