namespace TrustedPublishing.Distributions.Archives;

/// <summary>PyPI's messages about archives, and what to change.</summary>
internal static class ArchiveFindings
{
    private const string Documentation = "See https://docs.pypi.org/archives for more information";
    private const string BuildAgain = "Rebuild the file with a current build backend, and make sure that nothing changes it afterwards.";

    /// <summary>PyPI's response if Python cannot read the archive: the word None, because the server has no reason to give.</summary>
    public static UnacceptableArchiveException Unreadable(string detail) =>
        new("None", $"The archive is damaged: {detail}. {BuildAgain}");

    /// <summary>Damage that the server does not handle.</summary>
    public static FatalArchiveException Fatal(string detail, string? remedy = null) => new(detail, remedy);

    /// <summary>The structure of a ZIP archive is rejected.</summary>
    public static UnacceptableArchiveException Framing(string detail) =>
        new($"ZIP archive not accepted: {detail}. {Documentation}", RemedyForFraming(detail));

    /// <summary>A sparse member of a tar archive.</summary>
    public static UnacceptableArchiveException Sparse(string member) =>
        new(
            $"tar archive not accepted: Sparse members are not allowed. {Documentation}",
            $"{member} is stored as a sparse file. Create the sdist without tar's option --sparse.");

    /// <summary>An error: PyPI's message with its prefix.</summary>
    public static Finding Refused(string fileName, UnacceptableArchiveException reason) => reason is FatalArchiveException
        ? new(FindingSeverity.Error, fileName, $"PyPI's server fails on this archive with status 500 (Internal Server Error): {reason.Message}.", reason.Remedy ?? BuildAgain) { ServerFails = true }
        : new(FindingSeverity.Error, fileName, $"Invalid distribution file. {reason.Message}", reason.Remedy ?? BuildAgain);

    /// <summary>An error of a later step, whose message does not have that prefix.</summary>
    public static Finding Error(string fileName, string text, string remedy) => new(FindingSeverity.Error, fileName, text, remedy);

    /// <summary>A licence file that is listed in the form but missing from the archive (PEP 639).</summary>
    public static Finding MissingLicense(string fileName, string license, string path) => Error(
        fileName,
        $"License-File {license} does not exist in distribution file {fileName} at {path}",
        "Make license-files in pyproject.toml match files that exist, and use a build backend that puts them where PEP 639 says.");

    /// <summary>Something that PyPI accepts.</summary>
    public static Finding Warning(string fileName, string text, string remedy) => new(FindingSeverity.Warning, fileName, text, remedy);

    /// <summary>Something beyond <see cref="ArchiveLimits"/>.</summary>
    public static Finding Unjudged(string fileName, string reason) => Warning(
        fileName,
        $"The archive was not checked: {reason}.",
        "No change is needed; whether the index accepts the file is only known after the upload.");

    private static string RemedyForFraming(string detail) => detail switch
    {
        "ZIP contains a data descriptor" =>
            "The archive was written to a stream that cannot seek, such as a pipe. Write it to a file or to memory first: with .NET a seekable stream for ZipArchive, with Python a path.",
        "Trailing data" => "Bytes follow the end of the archive, perhaps a signature or a second archive. Remove them.",
        "Unknown record signature" => "There is data before the first file or between files, perhaps a self-extractor. A wheel must begin with its first file.",
        "Duplicate filename in local headers" or "Duplicate filename in central directory" =>
            "The archive contains a file twice. Create the wheel in one step instead of adding files to it.",
        "Comment in central directory" => "A file in the archive has a comment. Write the archive without comments.",
        "Filename not unicode" or "Filename not valid UTF-8" => "A file name is not stored as UTF-8. Set the UTF-8 flag for names that are not ASCII.",
        "Invalid character in filename" => "A file name has a control character. Rename the file.",
        _ => "The local headers of the archive contradict its central directory. Build the wheel again instead of modifying it.",
    };
}
