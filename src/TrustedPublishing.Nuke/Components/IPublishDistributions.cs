using System.Diagnostics.CodeAnalysis;
using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Publishing;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that publishes Python distributions with Trusted Publishing. In CI, the job's identity token is exchanged for a short-lived
/// API token; no secret is stored. The trusted publisher must be registered on the index.
/// </summary>
public interface IPublishDistributions : IPackDistributions
{
    /// <summary>
    /// The index: <c>pypi</c> (default), <c>testpypi</c>, or an upload address. Several indexes, separated by <c>;</c>, are published to one after
    /// the other, with the same files, each only after the previous one has verified its release.
    /// </summary>
    [Parameter("Index to publish to: pypi, testpypi, or the address that files are posted to; several, one after the other, separated by ';' - default: pypi")]
    string PypiIndex => TryGetValue(() => PypiIndex) ?? "pypi";

    /// <summary>
    /// The address of the index's Simple API; for several indexes, one address each, separated by <c>;</c>. Default: derived from
    /// <see cref="PypiIndex"/>.
    /// </summary>
    [Parameter("Address of the index's Simple API; of several indexes one for each, separated by ';' - default: derived from the index")]
    string? PypiSimple => TryGetValue(() => PypiSimple);

    /// <summary>
    /// Other hosts from which an index other than PyPI and TestPyPI serves its files; see <see cref="PackageIndex.WithFileHosts"/>. Default: none.
    /// </summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Hosts from which an index other than PyPI and TestPyPI serves its files, besides its own, separated by ';'", Separator = ";")]
    string[]? PypiFileHosts => TryGetValue(() => PypiFileHosts);

    /// <summary>The audience of identity tokens for an index other than PyPI and TestPyPI; see <see cref="PublishOptions.Audience"/>. Default: the index's host name.</summary>
    [Parameter("Audience of identity tokens for an index other than PyPI and TestPyPI, never that of another service; of several indexes one for each, separated by ';' - default: the index's host name")]
    string? PypiAudience => TryGetValue(() => PypiAudience);

    /// <summary>An API token, for indexes without Trusted Publishing. Default: none.</summary>
    [Parameter("API token for indexes without Trusted Publishing")]
    [Secret]
    string? PypiToken => TryGetValue(() => PypiToken);

    /// <summary>A user name, for indexes that have no API tokens. Default: none.</summary>
    [Parameter("User name for indexes without API tokens")]
    string? PypiUser => TryGetValue(() => PypiUser);

    /// <summary>The password of <see cref="PypiUser"/>. Default: none.</summary>
    [Parameter("Password of --pypi-user")]
    [Secret]
    string? PypiPassword => TryGetValue(() => PypiPassword);

    /// <summary>The repository of the trusted publisher as <c>owner/name</c>. Default: that of the git remote <c>origin</c>.</summary>
    [Parameter("Repository of the trusted publisher as owner/name - default: the git remote 'origin'")]
    string? PypiRepository => TryGetValue(() => PypiRepository);

    /// <summary>
    /// How violations of the index's rules are treated: the name of a <see cref="PreflightLevel"/>, in any case. It is a
    /// string because NUKE only warns about values that it cannot convert. Default: <see cref="PreflightLevel.Error"/>.
    /// </summary>
    [Parameter("How to treat violations of the index's rules that are found before the upload: Error, Warn or Off - default: Error")]
    string PypiPreflight => TryGetValue(() => PypiPreflight) ?? nameof(PreflightLevel.Error);

    /// <summary>
    /// Whether the index must list every file after the upload: the name of a <see cref="VerifyLevel"/>, in any case. Default:
    /// <see cref="VerifyLevel.Require"/>.
    /// </summary>
    [Parameter("Whether the index must list every file after the upload: Require, Warn or Off - default: Require")]
    string PypiVerify => TryGetValue(() => PypiVerify) ?? nameof(VerifyLevel.Require);

    /// <summary>
    /// Whether attestations (PEP 740) are made and uploaded: the name of an <see cref="AttestationMode"/>, in any case. Default:
    /// <see cref="AttestationMode.Auto"/>, if the index accepts them.
    /// </summary>
    [Parameter("Whether attestations are made and uploaded: Auto, On or Off - default: Auto, if the index accepts them")]
    string PypiAttestations => TryGetValue(() => PypiAttestations) ?? nameof(AttestationMode.Auto);

    /// <summary>The initial number of files sent in parallel after the first; see <see cref="PublishOptions.Parallel"/>. Default: 4.</summary>
    [Parameter("Initial number of files sent in parallel after the first, from 1 to 16, which slowly doubles while the index keeps up; 1: always one - default: 4")]
    int PypiParallel => TryGetValue<int?>(() => PypiParallel) ?? 4;

    /// <summary>The file for the report as JSON. Default: none.</summary>
    [Parameter("File that receives the report as JSON, of several releases as a list")]
    AbsolutePath? PypiReport => TryGetValue(() => PypiReport);

    /// <summary>
    /// The folder for the attestations of the uploaded files, written as <c>NAME.publish.attestation</c> for other tools to verify. Default: none.
    /// </summary>
    [Parameter("Folder that receives the attestations of the uploaded files, as NAME.publish.attestation")]
    AbsolutePath? PypiAttestationFolder => TryGetValue(() => PypiAttestationFolder);

    /// <summary>Additional certificate authorities (PEM). Default: those of the system and of <c>SSL_CERT_FILE</c>.</summary>
    [Parameter("File with further certificate authorities (PEM) - default: those of the system and of SSL_CERT_FILE")]
    AbsolutePath? PypiCertificateAuthorities => TryGetValue(() => PypiCertificateAuthorities);

    /// <summary>A client certificate with its key (PEM). Default: none.</summary>
    [Parameter("File with a client certificate and its key (PEM)")]
    AbsolutePath? PypiClientCertificate => TryGetValue(() => PypiClientCertificate);

    /// <summary>Customises how the distributions are published. Returns <paramref name="options"/> unchanged by default.</summary>
    PublishOptions ConfigurePublish(PublishOptions options) => options;

    /// <summary>Inspects the distributions, identifies the job, exchanges its token, uploads, verifies and reports.</summary>
    Target Publish => _ => _
        .Description("Publish the Python distributions to the index")
        .DependsOn<IPackDistributions>()
        .Requires(() => StartCheck.Publishes(this))
        .Executes(() => PublishRun.ExecuteAsync(new NukeHost(this), Requests.Releases(this), Requests.Report(this), Requests.AttestationFolder(this)));
}
