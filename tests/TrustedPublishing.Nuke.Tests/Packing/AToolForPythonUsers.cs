using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>What pip users get from a .NET program that was compiled to native code.</summary>
[Trait("Speed", "Slow")]
public sealed partial class AToolForPythonUsers(ToolFixture tool) : IClassFixture<ToolFixture>, IDisposable
{
    private readonly TemporaryDirectory work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task HasATagThatAgreesWithObjdump()
    {
        var objdump = Peers.Find("objdump");
        var wheel = Path.GetFileName(await tool.WheelAsync());
        var printed = await RunAsync(objdump, "-T", tool.Program);
        var glibc = Glibc().Matches(printed.Output).Select(match => Version.Parse(match.Groups[1].Value)).Max()!;
        Assert.Matches($@"\Ahello_dotnet_tool-1\.2\.3b4-py3-none-manylinux_{glibc.Major}_{Math.Max(glibc.Minor, 17)}_(x86_64|aarch64)\.whl\z", wheel);
    }

    [Fact]
    public async Task IsInstalledFromAnIndexAndRuns() =>
        ReleasingTheSamples.AssertReleased(tool.Copy, await tool.OutputAsync(), "pip installed hello-dotnet-tool 1.2.3b4", "python -m hello_dotnet_tool: Hello, world!");

    [Fact]
    public async Task IsUnderAMegabyte() => Assert.InRange(new FileInfo(await tool.WheelAsync()).Length, 1, 1024 * 1024 - 1);

    [Fact]
    public async Task IsACommandThatPassesItsArgumentsAndExitCodeOn()
    {
        await InstallAsync("install", await tool.WheelAsync());
        Assert.Equal((2, "Hello, Ada and Grace!\n"), Printed(await RunAsync(work.Combine("venv", "bin", "hello"), "Ada", "Grace")));
    }

    [Fact]
    public async Task CanBeStartedAsAModuleAndLocated()
    {
        await InstallAsync("install", await tool.WheelAsync());
        var python = work.Combine("venv", "bin", "python");
        Assert.Equal((1, "Hello, Ada!\n"), Printed(await RunAsync(python, "-m", "hello_dotnet_tool", "Ada")));
        Assert.Equal((0, work.Combine("venv", "bin", "hello") + "\n"), Printed(await RunAsync(python, "-c", "import hello_dotnet_tool; print(hello_dotnet_tool.find_bin())")));
    }

    [Theory]
    [InlineData("--target", "")]
    [InlineData("--prefix", "lib/python*/site-packages")]
    public async Task IsFoundWhereverItWasInstalled(string option, string modules)
    {
        await InstallAsync("install", option, work.Combine("elsewhere"), await tool.WheelAsync());
        var folder = modules.Length == 0 ? work.Combine("elsewhere") : Directory.EnumerateDirectories(work.Combine("elsewhere"), "site-packages", SearchOption.AllDirectories).Single();
        var environment = new Dictionary<string, string?> { ["PYTHONPATH"] = folder };
        var result = await ChildProcess.RunAsync(
            work.Combine("venv", "bin", "python"), ["-m", "hello_dotnet_tool"], work.Path, environment, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, "Hello, world!\n"), Printed(result));
    }

    [Fact]
    public async Task LeavesNothingBehindWhenItIsUninstalled()
    {
        await InstallAsync("--version");
        var before = Files();
        await InstallAsync("install", await tool.WheelAsync());
        Assert.NotEqual(before, Files());
        await InstallAsync("uninstall", "--yes", "hello-dotnet-tool");
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task IsVerifiedByPythonWithEveryDigest()
    {
        const string check =
            """
            import base64, csv, hashlib, io, sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as wheel:
                assert wheel.testzip() is None
                record = next(name for name in wheel.namelist() if name.endswith(".dist-info/RECORD"))
                rows = list(csv.reader(io.StringIO(wheel.read(record).decode())))
                assert sorted(row[0] for row in rows) == sorted(wheel.namelist())
                for name, digest, size in rows:
                    if name != record:
                        data = wheel.read(name)
                        assert (digest, size) == ("sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode(), str(len(data)))
                print(oct(wheel.getinfo("hello_dotnet_tool-1.2.3b4.data/scripts/hello").external_attr >> 16))
            """;
        Assert.Equal((0, "0o100755\n"), Printed(await RunAsync(Peers.Find("python3"), "-c", check, await tool.WheelAsync())));
    }

    private async Task InstallAsync(params string[] pip)
    {
        if (!Directory.Exists(work.Combine("venv")))
        {
            await RunAsync("cp", "-R", await tool.EnvironmentAsync(), work.Combine("venv"));
        }

        var result = await RunAsync(work.Combine("venv", "bin", "python"), ["-m", "pip", "--disable-pip-version-check", .. pip[..1], .. pip[0] == "install" ? ["--no-index"] : Array.Empty<string>(), .. pip[1..]]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private string[] Files() =>
        [.. Directory.EnumerateFiles(work.Combine("venv"), "*", SearchOption.AllDirectories).Where(file => !file.Contains("__pycache__", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private Task<ChildProcessResult> RunAsync(string program, params string[] arguments) =>
        ChildProcess.RunAsync(program, arguments, work.Path, cancellationToken: TestContext.Current.CancellationToken);

    private static (int, string) Printed(ChildProcessResult result) => (result.ExitCode, result.Output);

    [GeneratedRegex(@"GLIBC_([0-9]+\.[0-9]+)")]
    private static partial Regex Glibc();
}
