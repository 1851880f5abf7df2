using System.Text;
using TrustedPublishing.Index;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Indexes;

public class TheTableOfIndexes
{
    /// <summary>What the code has is written to <c>artifacts</c>; when it differs, copy it to the manual.</summary>
    [Fact]
    public void IsInTheManualAsTheCodeHasIt()
    {
        File.WriteAllText(RepositoryRoot.Combine("artifacts", "indexes.md"), Text());

        Assert.Equal(Text(), File.ReadAllText(RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "docs", "indexes.md")).ReplaceLineEndings("\n"));
    }

    private static string Text()
    {
        var text = new StringBuilder("""
            # Indexes

            What `--pypi-index` can be, and what is done differently there. The kind of an index is recognized by its upload address; devpi also by
            its answers. Everything else is the same on every index: digests are compared before and after, nothing is sent twice, and nothing counts
            as published that the index does not list itself.

            | index | upload address | Simple API | user name for a token | "already there" | a file it accepted must be listed |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var profile in IndexProfiles.All)
        {
            text.Append("| ").AppendJoin(" | ", profile.Name, profile.Address, profile.SimpleAddress, profile.TokenUser ?? "`__token__`", Duplicate(profile), Listing(profile)).Append(" |\n");
        }

        return text.Append($"""

            - **The Simple API** is derived as the table says; `--pypi-simple` names another.
            - **PyPI's policy** (local versions, platform tags such as `linux_x86_64`, releases older than 14 days, sizes, classifiers) is an error on
              {With(profile => profile.HasPyPIPolicy)}, and a warning elsewhere. Broken archives are errors everywhere.
            - **Digests**: SHA-256 is sent to every index; MD5 and BLAKE2b-256 to every index but {With(profile => !profile.WantsAllDigests)}.
            - **An index that lists MD5, or no digest**, is compared by fetching the file, up to {FileDownload.LargestFile >> 20} MiB.
            - **Files of another index** that a proxy, mirror or group shows are not taken for the index's own: their addresses belong to another scheme, host or
              port. On devpi, neither are those of the index's bases. If an index serves its own files from another host, name it with `--pypi-file-hosts`.
            - **An index that cannot be read** stops the release before the first byte. `--pypi-verify Warn` publishes without proof, `--pypi-verify Off` without a word.

            """.ReplaceLineEndings("\n")).ToString();
    }

    private static string Duplicate(IndexProfile profile) =>
        $"{(int)profile.DuplicateStatus}{(profile.DuplicateWords.Count == 0 ? "" : $": {string.Join(", ", profile.DuplicateWords.Select(words => $"\"{words}\""))}")}";

    private static string Listing(IndexProfile profile) => profile.ListsLate ? "later is a warning" : "within 60 seconds";

    private static string With(Func<IndexProfile, bool> which) => string.Join(", ", IndexProfiles.All.Where(which).Select(profile => profile.Name)) is var names
        && names.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var last ? $"{names[..last]} and {names[(last + 2)..]}" : names;
}
