using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>
/// Attestations that exist in public, with the verdict that a verifier must reach. They are not part of the repository: the variable
/// SIGSTORE_VECTORS, or the folder <c>artifacts/sigstore-vectors</c>, says where they are.
/// </summary>
internal static class PublicVectors
{
    /// <summary>The folder; without it the running test is skipped, with the reason.</summary>
    public static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("SIGSTORE_VECTORS") is { Length: > 0 } given ? given : Path.Combine(RepositoryRoot.Path, "artifacts", "sigstore-vectors");
            Assert.SkipUnless(File.Exists(Path.Combine(folder, "pep740", "EXPECTED.tsv")), $"There are no public attestations in {folder}: set SIGSTORE_VECTORS to a folder with pep740/EXPECTED.tsv and trust/.");
            return folder;
        }
    }

    /// <summary>One line of EXPECTED.tsv.</summary>
    public sealed record Row(string File, string Instance, bool Accepted, string Publisher)
    {
        /// <summary>The attested file's name.</summary>
        public string Distribution => (File.StartsWith("warehouse.", StringComparison.Ordinal) ? File["warehouse.".Length..] : File)
            .Replace("pep740-", "pep740_", StringComparison.Ordinal)
            .Split([".publish.attestation", ".slsa.attestation", ".attestation", ".provenance"], StringSplitOptions.None)[0];

        /// <summary>The attestations in the file.</summary>
        public IReadOnlyList<Attestation> Attestations()
        {
            var json = System.IO.File.ReadAllText(Path.Combine(Folder, "pep740", File));
            return File.EndsWith(".provenance", StringComparison.Ordinal) ? Attestation.ParseProvenance(json) : [Attestation.Parse(json)];
        }

        /// <summary>The publisher that the row names; null for those that are none of GitHub or GitLab.</summary>
        public TrustedPublisher? TrustedPublisher => Publisher.Split([" ", ", "], StringSplitOptions.RemoveEmptyEntries) is [("GitHub" or "GitLab") and var provider, var repository, var workflow, ..]
            ? new() { Provider = Enum.Parse<PublisherProvider>(provider), Owner = repository.Split('/')[0], Repository = repository.Split('/')[1], Workflow = workflow }
            : null;
    }

    /// <summary>All rows whose file is there.</summary>
    public static IReadOnlyList<Row> All() =>
    [
        .. from line in File.ReadLines(Path.Combine(Folder, "pep740", "EXPECTED.tsv")).Skip(1)
           let cells = line.Split('\t')
           where File.Exists(Path.Combine(Folder, "pep740", cells[0]))
           select new Row(cells[0], cells[1], cells[2].StartsWith("accept", StringComparison.Ordinal), cells[3]),
    ];

    public static TrustedRoot Root(string instance) => TrustedRoot.Parse(File.ReadAllText(Path.Combine(Folder, "trust", $"{instance}.trusted_root.json")));
}
