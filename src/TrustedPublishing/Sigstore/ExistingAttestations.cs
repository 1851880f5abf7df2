using TrustedPublishing.Distributions;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Attestations stored next to a distribution (<c>NAME.publish.attestation</c>) that another tool created; they are uploaded unchanged.
/// </summary>
internal static class ExistingAttestations
{
    /// <summary>In bytes. A typical attestation has about ten thousand.</summary>
    private const int LargestFile = 4 << 20;

    /// <exception cref="PublishException"><see cref="PublishFailure.AttestationFailed"/>: the index would reject one of them.</exception>
    public static IReadOnlyList<Attestation> Read(Distribution distribution, AttestationPlan plan)
    {
        var attestations = new List<Attestation>();
        foreach (var file in Files(distribution))
        {
            try
            {
                attestations.Add(Attestation.Parse(RegularFile.ReadAllText(file, LargestFile)));
            }
            catch (Exception exception) when (exception is AttestationException or IOException or UnauthorizedAccessException)
            {
                throw AttestationFailures.AttestationFileUnusable(file, distribution, exception);
            }

            AttestationCheck.ThrowIfUnusable(attestations[^1], distribution, plan);
        }

        return attestations;
    }

    private static IEnumerable<string> Files(Distribution distribution) =>
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(distribution.Path)!)
        let name = Path.GetFileName(file)
        where name.StartsWith($"{distribution.FileName.Text}.", StringComparison.Ordinal) && name.EndsWith(".attestation", StringComparison.Ordinal)
        orderby name
        select file;
}
