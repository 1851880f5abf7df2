using System.Collections.Concurrent;

namespace VerifyTests;

/// <summary>The verified and the received file of one verification.</summary>
sealed class Snapshot
{
    static readonly ConcurrentDictionary<string, bool> UsedPrefixes = new();

    readonly string prefix;
    readonly string extension;

    Snapshot(string prefix, string extension) => (this.prefix, this.extension) = (prefix, extension);

    string Received => $"{prefix}.received.{extension}";

    string Verified => $"{prefix}.verified.{extension}";

    /// <summary>
    /// Names the files, removes what an earlier run received, and rejects a name that is used twice: the second would hide the first.
    /// </summary>
    public static Snapshot Open(object? parameter, string sourceFile, string extension)
    {
        var prefix = Path.Combine(Path.GetDirectoryName(sourceFile)!, SnapshotName.OfRunningTest(parameter));
        if (!UsedPrefixes.TryAdd(prefix, true))
        {
            throw new InvalidOperationException($"The prefix has already been used: {prefix}. A test has one snapshot for each of its parameters.");
        }

        Array.ForEach(Existing(prefix, "received"), File.Delete);
        return new Snapshot(prefix, extension);
    }

    public async Task<VerifyResult> CompareAsync(string text)
    {
        var received = FixNewlines(text);
        var verified = File.Exists(Verified) ? FixNewlines(await File.ReadAllTextAsync(Verified)) : "";
        var dangling = Existing(prefix, "verified").Where(file => file != Verified).ToArray();
        var equal = verified.Length > 0 && (verified == received || verified == received + "\n");
        if (equal && dangling.Length == 0)
        {
            return new VerifyResult();
        }

        if (!equal)
        {
            await File.WriteAllTextAsync(Received, received);
        }

        throw new VerifyException(Mismatch.Describe(Verified, Received, verified, received, equal, dangling));
    }

    static string[] Existing(string prefix, string kind) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(prefix)!).Where(file => file.StartsWith($"{prefix}.{kind}.", StringComparison.Ordinal))];

    static string FixNewlines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}

/// <summary>A text and its snapshot differ. The stack trace would not help, so none is shown.</summary>
sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
