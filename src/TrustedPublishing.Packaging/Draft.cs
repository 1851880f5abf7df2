using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Archives;
using TrustedPublishing.Packaging.Metadata;

namespace TrustedPublishing.Packaging;

/// <summary>A distribution under a temporary name, until it has been judged.</summary>
internal sealed class Draft
{
    private readonly DistributionKind kind;
    private readonly string temporary;

    private Draft(string folder, PackagedProject packaged, DistributionKind kind)
    {
        this.kind = kind;
        Path = System.IO.Path.Combine(folder, packaged.Project.Stem + (kind == DistributionKind.Wheel ? "-py3-none-any.whl" : ".tar.gz"));
        temporary = $"{Path}.partial";
    }

    /// <summary>The final path.</summary>
    public string Path { get; }

    public static Draft Write(string folder, PackagedProject packaged, DistributionKind kind)
    {
        var draft = new Draft(folder, packaged, kind);
        try
        {
            using var output = File.Create(draft.temporary);
            (kind == DistributionKind.Wheel ? (Action<Stream, PackagedProject>)WheelWriter.Write : SdistWriter.Write)(output, packaged);
            return draft;
        }
        catch
        {
            draft.Discard();
            throw;
        }
    }

    /// <summary>Applies PyPI's rules, in the order of the server's checks.</summary>
    public void Judge(PackagedProject packaged, DateTimeOffset now, FindingList complaints)
    {
        using var content = File.OpenRead(temporary);
        var name = System.IO.Path.GetFileName(Path);
        var form = UploadForm.From(Distribution(packaged, name, content));
        var findings = UploadRules.OfForm(form, now)
            .Concat(UploadRules.OfDescription(form))
            .Concat(UploadRules.OfFileName(form, name))
            .Concat(UploadRules.OfArchive(form, name, content, now));
        foreach (var finding in findings.Where(finding => finding.Severity == FindingSeverity.Error))
        {
            complaints.Add(Diagnostics.Refused(finding));
        }
    }

    private Distribution Distribution(PackagedProject packaged, string name, FileStream content)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        return new()
        {
            Path = Path,
            FileName = DistributionFileName.TryParse(name, out var parsed, out var complaint) ? parsed : throw new InvalidOperationException(complaint),
            Size = content.Length,
            Sha256 = sha256,
            Metadata = CoreMetadata.Parse(Encoding.UTF8.GetBytes(MetadataText.Metadata(packaged.Project))),
        };
    }

    public void Accept() => File.Move(temporary, Path, overwrite: true);

    public void Discard() => File.Delete(temporary);
}
