using System.Diagnostics;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Manipulations of distributions between two jobs, and the messages of the seal verification.</summary>
public static class Tampering
{
    private const string Wheel = "greeter-1.0.0-py3-none-any.whl";

    /// <summary>A name, a manipulation of the folder with the distributions, and part of the message.</summary>
    internal static IReadOnlyDictionary<string, (Action<string> Do, string Refusal)> Kinds { get; } = new Dictionary<string, (Action<string>, string)>(StringComparer.Ordinal)
    {
        ["a changed file"] = (folder => File.AppendAllText(Path.Combine(folder, Wheel), "x"), $"{Wheel} in FOLDER is not the file that was sealed."),
        ["a changed list"] = (folder => File.AppendAllText(Path.Combine(folder, "SHA256SUMS"), "x"), "FOLDER/SHA256SUMS is not what the job build sealed."),
        ["a missing file"] = (folder => File.Delete(Path.Combine(folder, Wheel)), $"FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: {Wheel}."),
        ["a missing list"] = (folder => File.Delete(Path.Combine(folder, "SHA256SUMS")), "SHA256SUMS is missing in FOLDER."),
        ["an added file"] = (folder => File.WriteAllText(Path.Combine(folder, "greeter-1.0.1-py3-none-any.whl"), "x"), "FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: greeter-1.0.1-py3-none-any.whl."),
        ["a hidden file"] = (folder => File.WriteAllText(Path.Combine(folder, ".hidden"), "x"), "FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: .hidden."),
        ["a file in an added folder"] = (folder => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "more")).FullName, "x.whl"), "x"), "FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: more/x.whl."),
        ["a renamed file"] = (folder => File.Move(Path.Combine(folder, Wheel), Path.Combine(folder, Wheel.ToUpperInvariant())), "FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: "),
        ["a name with a line end"] = (folder => File.WriteAllText(Path.Combine(folder, "a\n::stop-commands::x"), "x"), @"FOLDER contains files that SHA256SUMS does not list, or lacks some that it lists: "),
        ["a link beside the files"] = (folder => File.CreateSymbolicLink(Path.Combine(folder, "greeter-1.0.1-py3-none-any.whl"), Wheel), "FOLDER/greeter-1.0.1-py3-none-any.whl is neither a file nor a folder."),
        ["a link instead of a file"] = (folder => ReplaceByLink(Path.Combine(folder, Wheel)), $"FOLDER/{Wheel} is neither a file nor a folder."),
        ["a link instead of the list"] = (folder => ReplaceByLink(Path.Combine(folder, "SHA256SUMS")), "FOLDER/SHA256SUMS is neither a file nor a folder."),
        ["a linked folder"] = (folder => Directory.CreateSymbolicLink(Path.Combine(folder, "more"), "../publisher"), "FOLDER/more is neither a file nor a folder."),
        ["a link instead of the folder"] = (folder => ReplaceByLink(folder), "FOLDER is n"),
        ["a moved file whose place another one takes"] = (MoveAwayAndLink, "is neither a file nor a folder."),
        ["a pipe"] = (folder => Pipe(Path.Combine(folder, "pipe")), "FOLDER/pipe is neither a file nor a folder."),
        ["a pipe instead of a file"] = (folder => Replace(Path.Combine(folder, Wheel), Pipe), $"FOLDER/{Wheel} is neither a file nor a folder."),
        ["a pipe instead of the list"] = (folder => Replace(Path.Combine(folder, "SHA256SUMS"), Pipe), "FOLDER/SHA256SUMS is neither a file nor a folder."),
        ["no folder at all"] = (folder => Directory.Delete(folder, recursive: true), "FOLDER is not a folder: an earlier job hands it over, and it is kept for 31 days."),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    private static void ReplaceByLink(string path)
    {
        Directory.Move(path, path + ".moved");
        File.CreateSymbolicLink(path, path + ".moved");
    }

    private static void MoveAwayAndLink(string folder)
    {
        var elsewhere = Path.Combine(Path.GetDirectoryName(folder)!, Wheel);
        File.Move(Path.Combine(folder, Wheel), elsewhere);
        File.CreateSymbolicLink(Path.Combine(folder, Wheel), elsewhere);
        File.WriteAllText(Path.Combine(folder, "greeter-1.0.1-py3-none-any.whl"), "x");
    }

    private static void Replace(string path, Action<string> by)
    {
        File.Delete(path);
        by(path);
    }

    private static void Pipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
