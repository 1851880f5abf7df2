using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common;

public enum PlatformFamily
{
    Unknown,
    Windows,
    Linux,
    OSX,
}

public enum SpecialFolders
{
    ProgramFiles = Environment.SpecialFolder.ProgramFiles,
    ProgramFilesX86 = Environment.SpecialFolder.ProgramFilesX86,
    LocalApplicationData = Environment.SpecialFolder.LocalApplicationData,
    ApplicationData = Environment.SpecialFolder.ApplicationData,
    CommonApplicationData = Environment.SpecialFolder.CommonApplicationData,
    Windows = Environment.SpecialFolder.Windows,
    System = Environment.SpecialFolder.System,
    UserProfile = Environment.SpecialFolder.UserProfile,
}

public static partial class EnvironmentInfo
{
    public static PlatformFamily Platform
        => OperatingSystem.IsMacOS() ? PlatformFamily.OSX
            : OperatingSystem.IsLinux() ? PlatformFamily.Linux
            : OperatingSystem.IsWindows() ? PlatformFamily.Windows
            : PlatformFamily.Unknown;

    public static bool IsLinux => Platform == PlatformFamily.Linux;

    public static bool IsOsx => Platform == PlatformFamily.OSX;

    public static bool IsUnix => IsLinux || IsOsx;

    public static bool IsWin => !IsUnix;

    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    public static bool IsWsl => IsLinux && File.Exists("/proc/version") && File.ReadAllText("/proc/version").Contains("Microsoft", StringComparison.OrdinalIgnoreCase);

    public static FrameworkName Framework
        => new(Assembly.GetEntryAssembly().NotNull().GetCustomAttribute<TargetFrameworkAttribute>().NotNull().FrameworkName);

    public static AbsolutePath SpecialFolder(SpecialFolders folder)
    {
        var path = Environment.GetFolderPath((Environment.SpecialFolder)folder);
        return path.Length > 0 ? path : folder == SpecialFolders.UserProfile ? GetVariable("USERPROFILE") : null;
    }
}
