namespace TrustedPublishing.Packaging.Tests.Sources;

/// <summary>Something else writes to the project while it is packed: the file is named, or what was packed is whole.</summary>
public sealed class FilesThatChangeMeanwhile : IDisposable
{
    private const string Changing = "src/greeter/data.txt";
    private const int Rounds = 40;

    private readonly PythonProject project = new(PythonProject.Hatchling);

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("grows")]
    [InlineData("is written anew")]
    [InlineData("comes and goes")]
    [InlineData("becomes a folder")]
    public async Task AreNamedOrPackedWhole(string how)
    {
        var path = Path.Combine(project.Write(Changing, new string('z', 200_000)).Folder, Changing);
        using var stopping = new CancellationTokenSource();
        var others = Task.Run(
            () =>
            {
                for (var round = 0; !stopping.IsCancellationRequested; round++)
                {
                    Change(path, how, round % 1000);
                }
            },
            TestContext.Current.CancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            PackOnce();
        }

        await stopping.CancelAsync();
        await others;
    }

    /// <summary>PyPI's rules, applied to what was packed, read every member of both archives.</summary>
    private void PackOnce()
    {
        try
        {
            project.Pack();
        }
        catch (PackagingException refusal)
        {
            Assert.All(refusal.Findings, complaint => Assert.Contains("data.txt", complaint.Key, StringComparison.Ordinal));
        }
    }

    private static void Change(string path, string how, int round)
    {
        switch (how)
        {
            case "grows" when round > 0:
                File.AppendAllText(path, new string('x', 100));
                break;
            case "is written anew":
                File.WriteAllText(path, new string('y', 100_000 + round));
                break;
            case "becomes a folder":
                File.Delete(path);
                Directory.CreateDirectory(path);
                Directory.Delete(path);
                goto default;
            default:
                File.Delete(path);
                File.WriteAllText(path, new string('y', round));
                break;
        }
    }
}
