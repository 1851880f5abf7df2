namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The systems that can run a binary.</summary>
internal sealed record BinarySupport
{
    private const string AskForTarget = "Build it for Linux with glibc or musl, for macOS or for Windows.";

    /// <summary>The lowest tag for each kind of system; empty if there is a problem.</summary>
    public IReadOnlyList<SupportedSystem> Systems { get; init; } = [];

    /// <summary>Why no tag fits.</summary>
    public IReadOnlyList<BinaryProblem> Problems { get; init; } = [];

    /// <summary>What many systems with the tag lack, although the tag is valid.</summary>
    public IReadOnlyList<BinaryProblem> Warnings { get; init; } = [];

    /// <summary>The systems of one binary; null for one that runs everywhere (pure managed code).</summary>
    /// <param name="binary">The binary.</param>
    /// <param name="isInWheel">Whether a library of this name is in the same wheel.</param>
    public static BinarySupport? FromBinary(NativeBinary binary, Predicate<string> isInWheel) => binary switch
    {
        PeBinary { IsILOnly: true } => null,
        PeBinary pe => OfPe(pe),
        MachOBinary mach => OfMachO(mach),
        _ => ElfSupport.FromBinary((ElfBinary)binary, isInWheel),
    };

    public static BinarySupport Problem(string text, string remedy) => new() { Problems = [new(text, remedy)] };

    /// <summary>In managed assemblies with native code, the machine is combined with the operating system (<c>IMAGE_FILE_MACHINE_OS</c>).</summary>
    private static BinarySupport OfPe(PeBinary pe)
    {
        (int Mask, string Family)[] systems = pe.IsManaged
            ? [(0, PlatformTag.Windows), (0x7B79, PlatformTag.ManyLinux), (0x4644, PlatformTag.MacOS)]
            : [(0, PlatformTag.Windows)];
        foreach (var (mask, family) in systems)
        {
            if (PeArchitecture((ushort)(pe.Machine ^ mask), family) is { } architecture)
            {
                var what = pe.IsManaged ? "is an assembly with native code for this system" : "is for this processor";
                return new() { Systems = [.. Lowest(family, architecture).Select(tag => new SupportedSystem(tag, what))] };
            }
        }

        return Problem($"is for the machine 0x{pe.Machine:X4}, for which there is no platform tag.", AskForTarget);
    }

    private static string? PeArchitecture(ushort machine, string family) => (machine, family) switch
    {
        (0x14C, PlatformTag.Windows) => "x86",
        (0x14C, PlatformTag.ManyLinux) => "i686",
        (0x8664, PlatformTag.Windows) => "amd64",
        (0x8664, _) => "x86_64",
        (0xAA64, PlatformTag.ManyLinux) => "aarch64",
        (0xAA64, _) => "arm64",
        (0x1C4, PlatformTag.ManyLinux) => "armv7l",
        _ => null,
    };

    private static IEnumerable<PlatformTag> Lowest(string family, string architecture) => family switch
    {
        PlatformTag.ManyLinux => LowestOfLinux(architecture),
        PlatformTag.MacOS => [new(family, architecture == "arm64" ? new(11, 0) : new(10, 9), architecture)],
        _ => [new(family, architecture)],
    };

    /// <summary>A binary that needs no C library runs with either.</summary>
    public static IEnumerable<PlatformTag> LowestOfLinux(string architecture) =>
        [new(PlatformTag.ManyLinux, LinuxPolicies.Floor(architecture), architecture), new(PlatformTag.MuslLinux, new(1, 2), architecture)];

    private static BinarySupport OfMachO(MachOBinary binary)
    {
        // If other slices have a tag, one for a processor without a tag (arm64e, armv7) does no harm: macOS selects a suitable slice.
        var slices = binary.Slices.Any(slice => slice.Architecture is not null) ? [.. binary.Slices.Where(slice => slice.Architecture is not null)] : binary.Slices;
        var problems = slices.Select(MachOProblem).OfType<BinaryProblem>().ToList();
        var systems = slices.Where(slice => slice is { Architecture: not null, Minimum: not null }).Select(slice =>
            new SupportedSystem(new(PlatformTag.MacOS, Tagged(slice.Minimum!, slice.Architecture!), slice.Architecture!), $"is built for macOS {slice.Minimum}"));
        return problems.Count > 0 ? new() { Problems = problems } : new() { Systems = [.. systems] };
    }

    private static BinaryProblem? MachOProblem(MachOSlice slice) => slice switch
    {
        { Architecture: null } => new("is for a processor without a platform tag.", "Build it for x86_64 or arm64."),
        { IsMacOS: false } => new("is for another Apple system, not for macOS.", AskForTarget),
        { Minimum: null } => new("does not state its minimum macOS version.", "Link it with MACOSX_DEPLOYMENT_TARGET set, or with -mmacosx-version-min."),
        { Architecture: "arm64", IsSigned: false } => new(
            "is for arm64 and has no code signature, so macOS refuses to run it.", "Sign it before packing: `codesign --sign - FILE`, or publish with a .NET SDK that signs."),
        _ => null,
    };

    /// <summary>Since macOS 11, tags contain only major versions; 15 is followed by 26.</summary>
    private static Version Tagged(Version minimum, string architecture)
    {
        var exact = minimum.Build > 0 ? new Version(minimum.Major, minimum.Minor + 1) : new(minimum.Major, minimum.Minor);
        var rounded = exact switch
        {
            { Major: < 11, Minor: <= 15 } => exact,
            { Major: < 11 } => new(11, 0),
            { Minor: 0 } => exact,
            { Major: 15 } => new(26, 0),
            _ => new(exact.Major + 1, 0),
        };
        return architecture == "arm64" ? PlatformTag.Later(rounded, new(11, 0)) : rounded;
    }
}
