using System.Runtime.InteropServices;

namespace Adder;

public static class Exports
{
    [UnmanagedCallersOnly(EntryPoint = "adder_add")]
    public static int Add(int left, int right) => left + right;
}
