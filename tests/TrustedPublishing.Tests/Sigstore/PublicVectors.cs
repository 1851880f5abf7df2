using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>
/// Public attestations with the verdict that a verifier must reach: those in the folder <c>Vectors</c>, and more if the variable SIGSTORE_VECTORS is
/// set or a folder <c>shared/vectors</c> exists next to the repository.
/// </summary>
internal static class PublicVectors
{
    private static readonly string Own = RepositoryRoot.Combine("tests", "TrustedPublishing.Tests", "Sigstore", "Vectors");

    /// <summary>A public attestation: its file, a line of EXPECTED.tsv.</summary>
    public sealed record Row(string Path, string Instance, bool Accepted, string Publisher)
    {
        public string File => System.IO.Path.GetFileName(Path);

        /// <summary>The attested file's name.</summary>
        public string Distribution => (File.StartsWith("warehouse.", StringComparison.Ordinal) ? File["warehouse.".Length..] : File)
            .Replace("pep740-", "pep740_", StringComparison.Ordinal)
            .Split([".publish.attestation", ".slsa.attestation", ".attestation", ".provenance"], StringSplitOptions.None)[0];

        public string Text => System.IO.File.ReadAllText(Path);

        /// <summary>The attestations in the file.</summary>
        public IReadOnlyList<Attestation> Attestations() =>
            File.EndsWith(".provenance", StringComparison.Ordinal) ? Attestation.ParseProvenance(Text) : [Attestation.Parse(Text)];

        /// <summary>The publisher that the row names; null if it is neither on GitHub nor on GitLab.</summary>
        public TrustedPublisher? TrustedPublisher => Publisher.Split([" ", ", "], StringSplitOptions.RemoveEmptyEntries) is [("GitHub" or "GitLab") and var provider, var repository, var workflow, ..]
            ? new() { Provider = Enum.Parse<PublisherProvider>(provider), Owner = repository.Split('/')[0], Repository = repository.Split('/')[1], Workflow = workflow }
            : null;
    }

    /// <summary>The rows in the repository, and those in the folder next to it.</summary>
    public static IReadOnlyList<Row> All() =>
    [
        .. Folders().SelectMany(Rows).DistinctBy(row => row.File),
    ];

    public static TrustedRoot Root(string instance) => (instance == "staging" ? SigstoreInstance.Staging : SigstoreInstance.Production).TrustedRoot;

    private static IEnumerable<Row> Rows(string folder) =>
        from line in File.ReadLines(Path.Combine(folder, "EXPECTED.tsv")).Skip(1)
        let cells = line.Split('\t')
        where File.Exists(Path.Combine(folder, cells[0]))
        select new Row(Path.Combine(folder, cells[0]), cells[1], cells[2].StartsWith("accept", StringComparison.Ordinal), cells[3]);

    private static IEnumerable<string> Folders()
    {
        yield return Own;
        var given = Environment.GetEnvironmentVariable("SIGSTORE_VECTORS") is { Length: > 0 } named ? [named] : Beside(RepositoryRoot.Path);
        foreach (var more in given.Select(folder => Path.Combine(folder, "pep740")).Where(folder => File.Exists(Path.Combine(folder, "EXPECTED.tsv"))))
        {
            yield return more;
        }
    }

    /// <summary>Next to the repository, or next to a folder that contains it.</summary>
    private static IEnumerable<string> Beside(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            yield return Path.Combine(parent.FullName, "shared", "vectors");
        }
    }
}
