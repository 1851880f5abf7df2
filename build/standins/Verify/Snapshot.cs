using System.Collections.Concurrent;

namespace VerifyTests;

/// <summary>The verified and the received file of one verification.</summary>
sealed class Snapshot
{
    static readonly ConcurrentDictionary<string, bool> UsedPrefixes = new();

    readonly VerifySettings settings;
    readonly string sourceDirectory;
    readonly string prefix;
    readonly string extension;

    Snapshot(VerifySettings settings, string sourceDirectory, string prefix, string extension)
    {
        this.settings = settings;
        this.sourceDirectory = sourceDirectory;
        this.prefix = prefix;
        this.extension = extension;
    }

    string Received => $"{prefix}.received.{extension}";

    string Verified => $"{prefix}.verified.{extension}";

    /// <summary>
    /// Names the files, removes what an earlier run received, and rejects a name that is used twice: the second would hide the first.
    /// </summary>
    public static Snapshot Of(VerifySettings settings, string sourceFile, string extension)
    {
        var sourceDirectory = Path.GetDirectoryName(sourceFile)!;
        var directory = Path.Combine(sourceDirectory, settings.Directory ?? "");
        Directory.CreateDirectory(directory);
        var prefix = Path.Combine(directory, SnapshotName.Of(settings));
        if (!UsedPrefixes.TryAdd(prefix, true))
        {
            throw new InvalidOperationException(
                $"The prefix has already been used: {prefix}. Give each snapshot of a test its own name with UseMethodName or UseTextForParameters.");
        }

        Array.ForEach(Existing(prefix, "received"), File.Delete);
        return new Snapshot(settings, sourceDirectory, prefix, TextExtensions.Check(extension));
    }

    public async Task<VerifyResult> CompareAsync(string text, object? target)
    {
        var received = FixNewlines(DirectoryTokens.Replace(settings.Scrub(text), sourceDirectory));
        var verified = File.Exists(Verified) ? FixNewlines(await File.ReadAllTextAsync(Verified)) : "";
        var dangling = Existing(prefix, "verified").Where(file => file != Verified).ToArray();
        var equal = verified.Length > 0 && (verified == received || verified == received + "\n");
        if (equal && dangling.Length == 0)
        {
            return new VerifyResult(Verified, target);
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
