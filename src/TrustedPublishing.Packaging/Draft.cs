using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Packaging.Archives;
using TrustedPublishing.Packaging.Metadata;

namespace TrustedPublishing.Packaging;

/// <summary>A distribution under a temporary name until it has been checked.</summary>
internal sealed class Draft
{
    private readonly PackagedProject packaged;
    private readonly Action<Stream> write;
    private readonly string temporary;

    private Draft(string folder, PackagedProject packaged, string ending, Action<Stream> write)
    {
        (this.packaged, this.write) = (packaged, write);
        Path = System.IO.Path.Combine(folder, packaged.Project.Stem + ending);
        temporary = $"{Path}.partial";
    }

    /// <summary>The final path.</summary>
    public string Path { get; }

    /// <summary>The sdist, or all wheels.</summary>
    public static IEnumerable<Draft> CreateAll(string folder, PackagedProject packaged, DistributionKind kind) => kind == DistributionKind.Wheel
        ? packaged.Wheels.Select(wheel => new Draft(folder, packaged, $"-{wheel.Tag}.whl", output => WheelWriter.Write(output, packaged, wheel)))
        : [new(folder, packaged, ".tar.gz", output => SdistWriter.Write(output, packaged))];

    /// <exception cref="PackagingException">A file has changed meanwhile, or the archive would be too large.</exception>
    public void Write()
    {
        using var output = File.Create(temporary);
        try
        {
            write(output);
        }
        catch (ChangedMemberException changed)
        {
            throw new PackagingException(packaged.Folder.Absolute("pyproject.toml"), [Diagnostics.ChangedFile(changed.Member, changed.Message)], changed);
        }
    }

    /// <summary>Applies PyPI's rules, in the order of the server's checks.</summary>
    public IReadOnlyList<Finding> Judge(DateTimeOffset now)
    {
        using var content = File.OpenRead(temporary);
        var name = System.IO.Path.GetFileName(Path);
        var form = UploadForm.From(Distribution(name, content));
        return
        [
            .. UploadRules.OfForm(form, now),
            .. UploadRules.OfDescription(form),
            .. UploadRules.OfFileName(form, name),
            .. UploadRules.OfArchive(form, name, content, now),
        ];
    }

    private Distribution Distribution(string name, FileStream content)
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
