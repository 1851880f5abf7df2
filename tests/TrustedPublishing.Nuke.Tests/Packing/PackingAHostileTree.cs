using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>A build that packs a folder which was made to confuse it ends with the path of what it cannot pack, and without a stack trace.</summary>
public sealed class PackingAHostileTree : IDisposable
{
    private readonly SampleRepository repository = new();

    public void Dispose()
    {
        NotRegular.Delete(repository.Combine("src"));
        repository.Dispose();
    }

    [Theory]
    [InlineData("mkfifo p.txt", "src/greeter/p.txt: This is a pipe")]
    [InlineData("mkdir a b; ln -s ../b a/b; ln -s ../a b/a", "src/greeter/a/b/a: The link to the folder '../a' points to a folder that contains it.")]
    [InlineData("ln -s nowhere data.txt", "src/greeter/data.txt: The link points to 'nowhere', which does not exist.")]
    [InlineData("ln -s /usr all", "src/greeter/all: The link to the folder '/usr' points outside the project.")]
    [InlineData("touch con.txt 'q?.txt'", "src/greeter/q?.txt: Windows does not allow")]
    [InlineData("mkdir Data data; touch Data/x data/y", "src/greeter/Data: Files have the same name on some or all file systems")]
    [InlineData("touch \"$(printf 'bad\\377')\"", "src/greeter/bad\uFFFD: The name is not valid UTF-8")]
    [InlineData("truncate -s 200G big.txt", "src/greeter/big.txt: The file has 200 GiB")]
    [InlineData("n=$(printf 'x%.0s' $(seq 250)); for i in $(seq 17); do mkdir $n; cd -P $n; done; touch end", "characters, too many for this system to open the file.")]
    [InlineData("d() { rm -f ../../pyproject.toml; mkfifo ../../pyproject.toml; }; d", "pyproject.toml: ")]
    public async Task EndsWithThePath(string shell, string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such names or files, or refuse to make them.");
        repository.Write("pyproject.toml", "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n[project]\nname = \"greeter\"\nversion = \"1.0\"\n");
        var made = await ChildProcess.RunAsync("bash", ["-e", "-c", shell], repository.Combine("src", "greeter"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(made.ExitCode == 0, made.Output);

        var result = await repository.RunAsync("PythonOnly", ["Pack"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }
}
