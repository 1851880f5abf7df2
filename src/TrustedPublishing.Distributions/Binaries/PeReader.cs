using System.Reflection.PortableExecutable;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>Reads the headers of a PE file with the runtime's own reader. DOS programs do not count as binaries.</summary>
internal static class PeReader
{
    private const int NewHeaderField = 0x3C;

    public static PeBinary? Read(Stream content)
    {
        if (!IsPe(content))
        {
            return null;
        }

        try
        {
            content.Position = 0;
            var headers = new PEHeaders(content, (int)Math.Min(content.Length, int.MaxValue));
            if (headers.SectionHeaders.Any(section => (long)(uint)section.PointerToRawData + (uint)section.SizeOfRawData > content.Length))
            {
                throw new EndOfStreamException();
            }

            var flags = headers.CorHeader?.Flags ?? 0;
            return new((ushort)headers.CoffHeader.Machine, headers.CorHeader is not null, flags.HasFlag(CorFlags.ILOnly));
        }
        catch (BadImageFormatException damaged)
        {
            throw new UnreadableBinaryException("its PE headers are damaged", damaged);
        }
    }

    private static bool IsPe(Stream content)
    {
        var bytes = new byte[4];
        content.Position = NewHeaderField;
        if (content.ReadAtLeast(bytes, 4, throwOnEndOfStream: false) < 4)
        {
            return false;
        }

        var offset = BitConverter.ToUInt32([.. BitConverter.IsLittleEndian ? bytes : bytes.Reverse()]);
        if (offset >= content.Length)
        {
            return false;
        }

        content.Position = offset;
        return content.ReadAtLeast(bytes, 4, throwOnEndOfStream: false) == 4 && bytes is [(byte)'P', (byte)'E', 0, 0];
    }
}
