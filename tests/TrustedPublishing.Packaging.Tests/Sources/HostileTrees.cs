using System.Diagnostics;
using System.Net.Sockets;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Sources;

/// <summary>Folders that are made to confuse or to exhaust whoever walks through them: packed, or refused with the path, within seconds.</summary>
public sealed class HostileTrees : IDisposable
{
    private const string Package = "src/greeter";

    private readonly PythonProject project = new(PythonProject.Hatchling);
    private Socket? socket;

    public void Dispose()
    {
        socket?.Dispose();
        NotRegular.Delete(project.Folder);
        project.Dispose();
    }

    /// <summary>What a shell makes in the package's folder, and the complaint: its path in the package, and a part of its text.</summary>
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "a socket", "SOCKET s", "s", "This is a socket, not a file." },
        { "a pipe behind two links", "mkfifo ../../../p; ln -s ../../../p a; ln -s a b", "a", "This is a pipe (FIFO), not a file." },
        { "a device", "ln -s /dev/zero d", "d", "This is a device, not a file." },
        { "the terminal", "ln -s /dev/tty d", "d", "d" },
        { "a name with a superscript", "touch COM¹.txt", "COM¹.txt", "Windows does not allow" },
        { "a reserved name behind spaces", "touch 'nul .txt'", "nul .txt", "Windows does not allow" },
        { "a line feed", "touch \"$(printf 'a\\nb')\"", "a\nb", "control character" },
        { "a backslash", "touch 'a\\b'", "a\\b", "backslash" },
        { "folders that differ by case", "mkdir Data data; touch Data/a data/b", "Data", "src/greeter/Data, src/greeter/data" },
        { "a file and a folder that differ by case", "touch Data; mkdir data; touch data/b", "Data", "src/greeter/Data, src/greeter/data" },
        { "folders that differ by composition", "a=$(printf '\\303\\251'); b=$(printf 'e\\314\\201'); mkdir $a $b; touch $a/a $b/b", "e\u0301", "same name" },
        { "two links that lead to each other", "ln -s b a; ln -s a b", "a", "cannot be read" },
        { "a link over a link to nowhere", "ln -s b a; ln -s nowhere b", "a", "which does not exist" },
        { "a link to the folder of the project", "ln -s ../.. up", "up", "points to a folder that contains it" },
        { "a link over a link to a folder above", "ln -s .. b; ln -s b a", "a", "points to a folder that contains it" },
        { "folders that link to each other", "mkdir a b; touch a/x b/y; ln -s ../b a/b; ln -s ../a b/a", "a/b/a", "points to a folder that contains it" },
        { "links that fan out", "mkdir d0; touch d0/x; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do p=$((i-1)); mkdir d$i; ln -s ../d$p d$i/a; ln -s ../d$p d$i/b; done", "", "More than 10000 links" },
        { "a link to a folder outside", "ln -s /usr out", "out", "points outside the project" },
        { "a link to a folder outside, from below one inside", "mkdir ../../in; ln -s /usr ../../in/out; ln -s ../../in in", "in/out", "points outside the project" },
        { "a path that is too long", "n=$(printf 'x%.0s' $(seq 250)); for i in $(seq 17); do mkdir $n; cd -P $n; done; touch end", "", "too many for this system" },
        { "a file of 200 GiB without content", "truncate -s 200G big", "big", "The file has 200 GiB" },
        { "a link to a file of 200 GiB", "truncate -s 200G ../../../big; ln -s ../../../big big", "big", "The file has 200 GiB" },
    };

    /// <summary>What a shell makes there, how many files the wheel has of it, and one of them.</summary>
    public static TheoryData<string, string, int, string> Packed => new()
    {
        { "300 folders in each other", "for i in $(seq 300); do mkdir d; cd d; done; echo deep > end", 1, string.Concat(Enumerable.Repeat("d/", 300)) + "end" },
        { "a name of 255 bytes", "touch \"$(printf 'x%.0s' $(seq 255))\"", 1, new string('x', 255) },
        { "a name of 255 bytes that are no ASCII", "touch \"x$(printf 'é%.0s' $(seq 127))\"", 1, "x" + new string('é', 127) },
        { "hard links", "echo same > a; ln a b; ln a ../../c", 2, "b" },
        { "links over links to a file", "echo same > a; ln -s a b; ln -s b c; ln -s c d", 4, "d" },
        { "links in linked folders", "mkdir ../../x ../../y; echo same > ../../y/f; ln -s ../y ../../x/y; ln -s ../../x x", 1, "x/y/f" },
        { "a link to a file outside", "echo same > ../../../outside.txt; ln -s ../../../outside.txt o", 1, "o" },
        { "a hole", "truncate -s 3M hole; echo end >> hole", 1, "hole" },
        { "an empty file and folder", "touch empty; mkdir none", 1, "empty" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void AreRefusedWithThePath(string what, string shell, string path, string text)
    {
        Make(shell);

        var complaints = project.Findings();

        Assert.True(complaints.Any(complaint => complaint.Key.StartsWith($"{Package}/{path}", StringComparison.Ordinal) && $"{complaint}".Contains(text, StringComparison.Ordinal)), $"{what}: {string.Join('\n', complaints)}");
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void ArePackedWhole(string what, string shell, int count, string path)
    {
        Make(shell);

        var wheel = project.Wheel().Keys.Where(name => name.StartsWith("greeter/", StringComparison.Ordinal) && name != "greeter/__init__.py").ToList();

        Assert.True(wheel.Count == count, $"{what}: {string.Join(' ', wheel)}");
        Assert.Contains($"greeter/{path}", wheel);
        Assert.Contains($"{Package}/{path}", project.Sdist().Keys);
    }

    [Fact]
    public void OfTenThousandFilesArePackedWhole()
    {
        var folders = Enumerable.Range(0, 10).Select(number => Directory.CreateDirectory(Path.Combine(project.Folder, Package, $"d{number}")).FullName);
        foreach (var folder in folders)
        {
            for (var number = 0; number < 1000; number++)
            {
                File.WriteAllText(Path.Combine(folder, $"f{number}.txt"), "");
            }
        }

        Assert.Equal(10_001, project.Wheel().Keys.Count(name => name.StartsWith("greeter/", StringComparison.Ordinal)));
    }

    /// <summary>Every back end, not only those that ship whatever lies in the package.</summary>
    [Theory]
    [InlineData("setuptools.build_meta")]
    [InlineData("flit_core.buildapi")]
    [InlineData("poetry.core.masonry.api")]
    [InlineData("pdm.backend")]
    [InlineData("uv_build")]
    [InlineData("hatchling.build")]
    public void AreToldWhateverTheBackEnd(string backend)
    {
        var requirement = backend.Split('.')[0] switch { "poetry" => "poetry-core", "pdm" => "pdm-backend", "hatchling" => "hatchling", var name => name };
        project.Write("pyproject.toml", $"[build-system]\nrequires = [\"{requirement}\"]\nbuild-backend = \"{backend}\"\n[project]\nname = \"greeter\"\nversion = \"1.0\"\ndescription = \"x\"\n");
        Make("mkdir sub; touch sub/__init__.py; ln -s /usr sub/out; ln -s . again");
        Assert.Equal([$"{Package}/again", $"{Package}/sub/out"], project.Findings().Select(complaint => complaint.Key).Order(StringComparer.Ordinal));
    }

    private void Make(string shell)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such names or files, or refuse to make them.");
        var folder = Path.Combine(project.Folder, Package);
        if (shell.StartsWith("SOCKET ", StringComparison.Ordinal))
        {
            socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, shell.Split(' ')[1])));
            return;
        }

        using var made = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", shell]) { WorkingDirectory = folder })!;
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
