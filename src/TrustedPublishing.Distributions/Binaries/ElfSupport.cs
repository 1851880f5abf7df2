using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The Linux systems that can run an ELF file, according to the manylinux and musllinux policies.</summary>
internal static partial class ElfSupport
{
    /// <summary>Libraries that every musl system can install, but few have preinstalled.</summary>
    private static readonly string[] OptionalOnMusl = ["libstdc++.so.6", "libgcc_s.so.1"];

    public static BinarySupport FromBinary(ElfBinary binary, Predicate<string> isInWheel)
    {
        if (Unsupported(binary) is { } problem)
        {
            return new() { Problems = [problem] };
        }

        var (usesGlibc, usesMusl) = (UsesGlibc(binary), UsesMusl(binary));
        if (usesGlibc && usesMusl)
        {
            return BinarySupport.Problem("needs both glibc and musl.", "Link it against one C library.");
        }

        var foreign = binary.Needed.Where(library => !isInWheel(library)).ToList();
        if (!usesGlibc && !usesMusl && foreign.Count == 0)
        {
            return new() { Systems = [.. BinarySupport.LowestOfLinux(binary.Architecture!).Select(tag => new SupportedSystem(tag, "needs no C library"))] };
        }

        return usesMusl ? OnMusl(binary, foreign) : OnGlibc(binary, foreign);
    }

    private static BinaryProblem? Unsupported(ElfBinary binary) => binary switch
    {
        { Architecture: null } => new("is for a processor or processor variant without a platform tag.", "Build it for an architecture that wheels support."),
        { OsAbi: not (0 or 3) } => new("is an ELF file for a system other than Linux.", "Build it for Linux."),
        { Interpreter: { } loader } when loader.StartsWith("/system/", StringComparison.Ordinal) => new("is for Android.", "Build it for Linux with glibc or musl."),
        { Interpreter: { } loader } when !UsualFolder().IsMatch(loader) => new(
            $"names the loader {loader}, which other systems do not have.", "Build it on a system whose loader is in /lib or /lib64, for example in a manylinux container."),
        { Architecture: "armv7l", Interpreter: { } loader } when loader.EndsWith("/ld-linux.so.3", StringComparison.Ordinal) => new(
            "is for ARM without hardware floating point, which has no platform tag.", "Build it for armhf."),
        _ => null,
    };

    private static bool UsesMusl(ElfBinary binary) =>
        binary.Interpreter?.Contains("/ld-musl-", StringComparison.Ordinal) == true
        || binary.Needed.Any(library => library == "libc.so" || library.StartsWith("libc.musl-", StringComparison.Ordinal) || library.StartsWith("ld-musl-", StringComparison.Ordinal));

    private static bool UsesGlibc(ElfBinary binary) =>
        (binary.Interpreter is { } loader && LinuxPolicies.HasLibrary(PlatformTag.ManyLinux, loader[(loader.LastIndexOf('/') + 1)..]))
        || binary.Needed.Contains("libc.so.6")
        || binary.Versions.Any(need => need.Version.StartsWith("GLIBC_", StringComparison.Ordinal));

    private static BinarySupport OnMusl(ElfBinary binary, List<string> foreign)
    {
        var missing = foreign.Where(library => !LinuxPolicies.HasLibrary(PlatformTag.MuslLinux, library) && !OptionalOnMusl.Contains(library)).ToList();
        var optional = foreign.Where(OptionalOnMusl.Contains).ToList();
        return missing.Count > 0 ? Missing(missing) : new()
        {
            Systems = [new(new(PlatformTag.MuslLinux, new(1, 2), binary.Architecture!), "is linked against musl")],
            Warnings = optional.Count == 0 ? [] :
                [new($"needs {string.Join(" and ", optional)}, which a minimal musl system lacks.", "Tell users to install libstdc++ (Alpine: `apk add libstdc++`), or link it statically.")],
        };
    }

    private static BinarySupport OnGlibc(ElfBinary binary, List<string> foreign)
    {
        var missing = foreign.Where(library => !LinuxPolicies.HasLibrary(PlatformTag.ManyLinux, library)).ToList();
        var needs = binary.Versions.Where(need => foreign.Contains(need.Library)).Select(need => (Need: need, Glibc: LinuxPolicies.GlibcFor(need.Version))).ToList();
        var problems = Missing(missing).Problems.Concat(needs.Where(need => need.Glibc is null).Select(need => new BinaryProblem(
            $"needs {need.Need} of {need.Need.Library}, which no manylinux policy includes.", "Build it on an older system, for example in a manylinux container."))).ToList();
        if (problems.Count > 0)
        {
            return new() { Problems = problems };
        }

        var floor = LinuxPolicies.Floor(binary.Architecture!);
        var highest = needs.OrderBy(need => need.Glibc).LastOrDefault();
        return highest.Glibc > floor
            ? new() { Systems = [new(new(PlatformTag.ManyLinux, highest.Glibc, binary.Architecture!), $"needs {highest.Need} of {highest.Need.Library}")] }
            : new() { Systems = [new(new(PlatformTag.ManyLinux, floor, binary.Architecture!), "is linked against glibc")] };
    }

    private static BinarySupport Missing(List<string> libraries) => libraries.Count == 0 ? new() : BinarySupport.Problem(
        $"needs {string.Join(", ", libraries)}, which the platform tag does not guarantee.",
        "Include the library in the wheel, link it statically, or load it at run time only if it exists.");

    [GeneratedRegex(@"\A(?:/usr)?/lib(?:32|64|x32)?/[^/]+\z")]
    private static partial Regex UsualFolder();
}
