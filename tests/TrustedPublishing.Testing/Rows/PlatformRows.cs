namespace TrustedPublishing.Testing.Rows;

/// <summary>Platform tags of wheels.</summary>
public static class PlatformRows
{
    /// <summary>Tags that PyPI accepts.</summary>
    public static IReadOnlyList<string> Accepted { get; } =
    [
        "any", "win32", "win_amd64", "win_arm64", "win_ia64", "linux_armv6l", "linux_armv7l", "manylinux1_x86_64", "manylinux1_i686",
        "manylinux2010_i686", "manylinux2014_ppc64", "manylinux2014_s390x", "manylinux_2_5_i686", "manylinux_3_0_aarch64", "manylinux_2_31_riscv64",
        "manylinux_2_17_ppc64", "musllinux_1_1_x86_64", "musllinux_1_2_armv7l", "musllinux_1_2_riscv64", "macosx_10_6_intel", "macosx_10_13_x86_64",
        "macosx_10_99_universal2", "macosx_11_0_arm64", "macosx_15_0_universal2", "macosx_26_0_arm64", "ios_15_4_arm64_iphoneos",
        "ios_15_4_x86_64_iphonesimulator", "android_27_armeabi_v7a", "android_33_x86", "pyemscripten_2025_0_wasm32",
    ];

    /// <summary>Tags that PyPI rejects.</summary>
    public static IReadOnlyList<string> Refused { get; } =
    [
        "linux_x86_64", "linux_aarch64", "win_arm32", "macosx_9_2_x86_64", "macosx_10_15_amd64", "macosx_11_2_arm64", "macosx_12_3_arm64",
        "macosx_16_0_arm64", "macosx_26_1_arm64", "macosx_27_0_arm64", "pyodide_2024_0_wasm32", "emscripten_3_1_58_wasm32", "manylinux_2_38_loongarch64",
        "musllinux_1_1_ppc64", "ios_15_4_armv7_iphoneos", "android_27_mips", "manylinux2014_riscv64", "",
    ];
}
