namespace TrustedPublishing.Packaging.Tests;

/// <summary>Projects that are well-formed but that the index would not accept.</summary>
public sealed class RejectedByTheIndex : IDisposable
{
    private readonly PythonProject project = new($"{PythonProject.Minimal}\nclassifiers = [\"No Such :: Classifier\", \"Nor This\"]\n");

    public void Dispose() => project.Dispose();

    [Fact]
    public void IsReportedInPyPIsWords()
    {
        var complaints = project.Findings(options => options with { Time = Clock });
        Assert.Contains(complaints, complaint => complaint.Text.Contains("'No Such :: Classifier' is not a valid classifier.", StringComparison.Ordinal));
    }

    [Fact]
    public void IsReportedOnceForBothFiles()
    {
        var complaints = project.Findings(options => options with { Time = Clock });
        Assert.Equal(complaints.Distinct(), complaints);
    }

    [Fact]
    public void LeavesTheFolderUnchanged()
    {
        Directory.CreateDirectory(project.Output);
        File.WriteAllText(Path.Combine(project.Output, "greeter-1.0.tar.gz"), "the last good one");
        _ = project.Findings(options => options with { Time = Clock });
        var left = Assert.Single(Directory.EnumerateFileSystemEntries(project.Output));
        Assert.Equal("the last good one", File.ReadAllText(left));
    }

    private static Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => new(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));
}
