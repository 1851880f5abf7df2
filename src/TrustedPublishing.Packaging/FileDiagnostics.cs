namespace TrustedPublishing.Packaging;

/// <summary>Messages about files that cannot be packed, or not for every system.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding NotUtf8Name(string path) =>
        new(path, null, "The name is not valid UTF-8, so other systems could not find the file.", "Rename it.");

    public static PackagingFinding NotForWindows(string path, string name) =>
        new(path, null, $"Windows does not allow a file or folder named '{name}'.", "Rename it: no reserved name such as con or nul, none of < > : \" | ? *, and no dot or space at the end.");

    public static PackagingFinding DanglingLink(string path, string target) =>
        new(path, null, $"The link points to '{target}', which does not exist.", "Remove the link, or create its target.");

    public static PackagingFinding NoRegularFile(string path, string kind) => new(path, null, $"This is {kind}, not a file.", "Remove it from the package.");

    public static PackagingFinding UnreadableFile(string path, string detail) =>
        new(path, null, $"The file cannot be read: {detail.TrimEnd('.')}.", "Correct the link or the permissions, or remove the file.");

    public static PackagingFinding UnreadableFolder(string path) => new(path, null, "The folder cannot be read.", "Correct its permissions, or remove it.");

    public static PackagingFinding FolderLoop(string path, string target) =>
        new(path, null, $"The link to the folder '{target}' points to a folder that contains it.", "Remove the link.");

    public static PackagingFinding FolderLinkOutside(string path, string target) =>
        new(path, null, $"The link to the folder '{target}' points outside the project.", "Copy the folder into the project, or add it as an extra file.");

    public static PackagingFinding TooManyLinks(string path, int followed) => new(
        path, null, $"More than {followed} links to folders were followed before this one.", "Remove links to folders, or pack from a folder without them.");

    public static PackagingFinding PathTooLong(string path) => new(
        path.Length > 200 ? $"{path[..120]}…{path[^60..]}" : path, null, $"The path has {path.Length} characters, too many for this system to open the file.", "Use shorter names or fewer folders.");

    public static PackagingFinding FileTooLarge(string path, string size) =>
        new(path, null, $"The file has {size} GiB; an archive can contain files of less than 4 GiB, and no index accepts that much.", "Leave out what users do not need.");

    public static PackagingFinding ChangedFile(string path, string detail) =>
        new(path, null, $"The file could not be packed: {detail.TrimEnd('.')}.", "Pack when nothing else writes to the project.");

    public static PackagingFinding DamagedBinary(string path, string detail) =>
        new(path, null, $"It begins like a native binary, but {detail}.", "Build it again, or rename and compress it if it is test data.");

    public static PackagingFinding NearLimit(string file, string size, long limit) => new(
        file, null, $"The file has {size} MiB; PyPI accepts files up to {limit} MiB.",
        "Make it smaller (trimming, NativeAOT, fewer languages), or request a higher limit from PyPI before the release.");

    public static PackagingFinding LargeRelease(int files, string size, long releases) => new(
        "release", null, $"The {files} files have {size} MiB together; PyPI has room for about {releases} such releases of a project (10 GiB).",
        "Make them smaller, publish fewer platforms, or request a higher limit from PyPI.");
}
