using System.Buffers.Binary;
using System.Text;

namespace TrustedPublishing.Packaging.Tests.Archives;

/// <summary>PyPI's requirements for the records of a ZIP file, checked byte by byte.</summary>
public sealed class WheelFraming : IDisposable
{
    private readonly PythonProject project = new(PythonProject.Minimal, "src/greeter/__init__.py", "src/greeter/grüße.txt", "LICENSE");
    private readonly byte[] bytes;

    public WheelFraming()
    {
        project.Write("src/greeter/py.typed", "");
        project.Write("src/greeter/tool", "#!/bin/sh\n");
        bytes = File.ReadAllBytes(project.Pack().Files[1]);
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void NeverUsesDataDescriptors() => Assert.All(Local(), record => Assert.Equal(0, record.Flags & 8));

    [Fact]
    public void MarksNamesAsUtf8OnlyWhereTheyAreNotAscii() =>
        Assert.All(Local(), record => Assert.Equal(record.Name.Contains("grüße", StringComparison.Ordinal) ? 1 << 11 : 0, record.Flags));

    [Fact]
    public void EndsWithTheEndRecord()
    {
        var end = bytes.AsSpan(bytes.Length - 22);
        Assert.Equal(0x06054B50u, BinaryPrimitives.ReadUInt32LittleEndian(end));
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(end[20..]));
        Assert.Equal((uint)bytes.Length - 22, BinaryPrimitives.ReadUInt32LittleEndian(end[12..]) + BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
    }

    [Fact]
    public void ListsInTheDirectoryExactlyWhatPrecedesIt()
    {
        var central = Central();
        Assert.Equal(Local().Select(record => (record.Name, record.Start, record.Compressed, record.Size)), central.Select(record => (record.Name, record.Start, record.Compressed, record.Size)));
        Assert.Equal(central.Count, central.Select(record => record.Name).Distinct().Count());
    }

    [Fact]
    public void HasNothingBetweenTheRecords() =>
        Assert.Equal(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 6)), Local().Sum(record => 30 + Encoding.UTF8.GetByteCount(record.Name) + record.Compressed));

    [Fact]
    public void SaysUnixWhateverTheOperatingSystem() => Assert.All(Central(), record => Assert.Equal(3, record.MadeBy >> 8));

    [Fact]
    public void MakesProgramsExecutable() =>
        Assert.All(Central(), record => Assert.Equal(record.Name == "greeter/tool" ? "100755" : "100644", Convert.ToString(record.Attributes >> 16, 8)));

    [Fact]
    public void StoresEmptyFilesAndDeflatesOthers() => Assert.All(Local(), record => Assert.Equal(record.Size == 0 ? 0 : 8, record.Method));

    [Fact]
    public void PutsTheDistInfoAfterThePackageAndRecordLast()
    {
        var names = Local().Select(record => record.Name).ToList();
        Assert.Equal("greeter-1.0.dist-info/RECORD", names[^1]);
        var package = names.TakeWhile(name => name.StartsWith("greeter/", StringComparison.Ordinal)).ToList();
        Assert.Equal(package.Order(StringComparer.Ordinal), package);
        Assert.All(names.Skip(package.Count), name => Assert.StartsWith("greeter-1.0.dist-info/", name, StringComparison.Ordinal));
    }

    private sealed record Entry(string Name, long Start, int Flags, int Method, long Compressed, long Size, int MadeBy = 0, uint Attributes = 0);

    private List<Entry> Local()
    {
        var entries = new List<Entry>();
        for (var at = 0; U32(at) == 0x04034B50;)
        {
            var (nameLength, extra) = (U16(at + 26), U16(at + 28));
            Assert.Equal(0, extra);
            entries.Add(new(Encoding.UTF8.GetString(bytes, at + 30, nameLength), at, U16(at + 6), U16(at + 8), U32(at + 18), U32(at + 22)));
            at += 30 + nameLength + (int)U32(at + 18);
        }

        return entries;
    }

    private List<Entry> Central()
    {
        var entries = new List<Entry>();
        for (var at = (int)U32(bytes.Length - 6); U32(at) == 0x02014B50;)
        {
            var nameLength = U16(at + 28);
            Assert.Equal((0, 0), (U16(at + 30), U16(at + 32)));
            entries.Add(new(Encoding.UTF8.GetString(bytes, at + 46, nameLength), U32(at + 42), U16(at + 8), U16(at + 10), U32(at + 20), U32(at + 24), U16(at + 4), U32(at + 38)));
            at += 46 + nameLength;
        }

        return entries;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
