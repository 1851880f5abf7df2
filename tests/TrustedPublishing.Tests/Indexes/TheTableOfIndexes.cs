using System.Text;
using TrustedPublishing.Index;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Indexes;

public class TheTableOfIndexes
{
    /// <summary>The table from the code is written to <c>artifacts</c>; if it differs, copy it to the manual.</summary>
    [Fact]
    public void IsTheSameInTheManualAndTheCode()
    {
        File.WriteAllText(RepositoryRoot.Combine("artifacts", "indexes.md"), Text());

        Assert.Equal(Text(), File.ReadAllText(RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "docs", "indexes.md")).ReplaceLineEndings("\n"));
    }

    private static string Text()
    {
        var text = new StringBuilder("""
            # Indexes

            The indexes that `--pypi-index` supports, and their differences. The kind of an index is recognised by its upload address; devpi also by
            its responses. Everything else is the same on every index: digests are compared before and after, nothing is sent twice, and a file counts
            as published only if the index itself lists it.

            | index | upload address | Simple API | user name for a token | "already there" | a file it accepted must be listed |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var profile in IndexProfiles.All)
        {
            text.Append("| ").AppendJoin(" | ", profile.Name, profile.Address, profile.SimpleAddress, profile.TokenUser ?? "`__token__`", Duplicate(profile), Listing(profile)).Append(" |\n");
        }

        return text.Append($"""

            - **The Simple API** is derived as shown in the table; `--pypi-simple` overrides it.
            - **PyPI's policy** (local versions, platform tags such as `linux_x86_64`, releases older than 14 days, sizes, classifiers) is an error on
              {With(profile => profile.HasPyPIPolicy)}, and a warning elsewhere. Broken archives are errors everywhere.
            - **Digests**: SHA-256 is sent to every index; MD5 and BLAKE2b-256 to every index but {With(profile => !profile.WantsAllDigests)}.
            - **If an index lists only MD5 or no digest**, files of up to {FileDownload.LargestFile >> 20} MiB are downloaded for the comparison.
            - **Files of another index** that a proxy, mirror or group shows do not count as the index's own: their addresses have another scheme, host or
              port. On devpi, this also applies to files of the index's bases. If an index serves its own files from another host, set `--pypi-file-hosts`.
            - **An index that cannot be read** stops the release before the first byte. `--pypi-verify Warn` publishes anyway, with a warning; `--pypi-verify Off` without one.

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static string Duplicate(IndexProfile profile) =>
        $"{(int)profile.DuplicateStatus}{(profile.DuplicateWords.Count == 0 ? "" : $": {string.Join(", ", profile.DuplicateWords.Select(words => $"\"{words}\""))}")}";

    private static string Listing(IndexProfile profile) => profile.ListsLate ? "later is a warning" : "within 60 seconds";

    private static string With(Func<IndexProfile, bool> which) => string.Join(", ", IndexProfiles.All.Where(which).Select(profile => profile.Name)) is var names
        && names.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var last ? $"{names[..last]} and {names[(last + 2)..]}" : names;
}
