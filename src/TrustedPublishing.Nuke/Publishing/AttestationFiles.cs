namespace TrustedPublishing.Nuke.Publishing;

/// <summary>
/// Writes the attestations of a release to one folder, with the names that pypi-attestations and cosign expect next to a distribution.
/// </summary>
internal static class AttestationFiles
{
    /// <param name="folder">The folder; created if it does not exist.</param>
    /// <param name="reports">The reports; if several indexes received a file, the attestations of the last one are kept.</param>
    public static void Write(string folder, IEnumerable<PublishReport?> reports)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in reports.SelectMany(report => report?.Files ?? []))
        {
            foreach (var (number, attestation) in file.Attestations.Index())
            {
                File.WriteAllText(Path.Combine(folder, $"{file.FileName}{(number == 0 ? "" : $".{number + 1}")}.publish.attestation"), attestation.ToJson());
            }
        }
    }
}
