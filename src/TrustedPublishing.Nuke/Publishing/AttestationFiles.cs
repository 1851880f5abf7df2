namespace TrustedPublishing.Nuke.Publishing;

/// <summary>Writes the attestations of a release beside each other, named as pypi-attestations and cosign expect them beside a distribution.</summary>
internal static class AttestationFiles
{
    /// <param name="folder">The folder, which is created.</param>
    /// <param name="reports">The reports; where several indexes got a file, the last one's attestations are kept.</param>
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
