using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    IEnumerable<Project> TestProjects { get; }

    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx")
        .Produces(TestResultDirectory / "*.xml")
        .Executes(() => TestAll(this));

    void ReportTestResults()
    {
    }

    void ReportTestCount()
    {
        var outcomes = TestResultDirectory.GlobFiles("*.trx")
            .SelectMany(x => XDocument.Load(x).Descendants().Where(y => y.Name.LocalName == "UnitTestResult"))
            .CountBy(x => (string)x.Attribute("outcome"))
            .ToDictionary();
        var (passed, failed, skipped) = (Count("Passed"), Count("Failed"), Count("NotExecuted"));
        ReportSummary(_ => _
            .When(failed > 0, x => x.AddPair("Failed", $"{failed}"))
            .AddPair("Passed", $"{passed}")
            .When(skipped > 0, x => x.AddPair("Skipped", $"{skipped}")));

        int Count(string outcome) => outcomes.GetValueOrDefault(outcome);
    }

    private static void TestAll(ITest build)
    {
        var failures = new List<Exception>();
        var noBuild = build.SucceededTargets.Contains(build.Compile) ? "--no-build" : "";
        foreach (var project in build.TestProjects)
        {
            try
            {
                DotNet($"test {project} --configuration {build.Configuration} {noBuild:nq} --results-directory {build.TestResultDirectory} --logger trx;LogFileName={project.Name}.trx");
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        build.ReportTestResults();
        build.ReportTestCount();
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
