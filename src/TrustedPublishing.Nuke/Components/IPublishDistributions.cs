using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that publishes Python distributions with Trusted Publishing. In CI the job's identity token is exchanged for a short-lived
/// API token; no secret is stored. The trusted publisher must be registered at the index.
/// </summary>
public interface IPublishDistributions : IPackDistributions
{
    /// <summary>The index: <c>pypi</c> (default), <c>testpypi</c>, or the address that files are posted to.</summary>
    [Parameter("Index to publish to: pypi, testpypi, or the address that files are posted to - default: pypi")]
    string PypiIndex => TryGetValue(() => PypiIndex) ?? "pypi";

    /// <summary>The address of the index's Simple API. Default: derived from <see cref="PypiIndex"/>.</summary>
    [Parameter("Address of the index's Simple API - default: derived from the index")]
    string? PypiSimple => TryGetValue(() => PypiSimple);

    /// <summary>What identity tokens are issued for, for an index other than PyPI and TestPyPI; see <see cref="PublishOptions.Audience"/>. Default: the index's host name.</summary>
    [Parameter("Audience of identity tokens for an index other than PyPI and TestPyPI - default: the index's host name")]
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
    /// What the index's rules, applied before the first byte is sent, lead to: the name of a <see cref="PreflightLevel"/>, in any case. It is a
    /// text, because of a value that NUKE cannot convert it only warns. Default: <see cref="PreflightLevel.Error"/>.
    /// </summary>
    [Parameter("What the index's rules, applied before the first byte is sent, lead to: Error, Warn or Off - default: Error")]
    string PypiPreflight => TryGetValue(() => PypiPreflight) ?? nameof(PreflightLevel.Error);

    /// <summary>
    /// Whether the index must prove, by what it lists, that it has every file: the name of a <see cref="VerifyLevel"/>, in any case. Default:
    /// <see cref="VerifyLevel.Require"/>.
    /// </summary>
    [Parameter("Whether the index must prove, by what it lists, that it has every file: Require, Warn or Off - default: Require")]
    string PypiVerify => TryGetValue(() => PypiVerify) ?? nameof(VerifyLevel.Require);

    /// <summary>
    /// Whether attestations (PEP 740) are made and uploaded: the name of an <see cref="AttestationMode"/>, in any case. Default:
    /// <see cref="AttestationMode.Auto"/>, where the index takes them.
    /// </summary>
    [Parameter("Whether attestations are made and uploaded: Auto, On or Off - default: Auto, where the index takes them")]
    string PypiAttestations => TryGetValue(() => PypiAttestations) ?? nameof(AttestationMode.Auto);

    /// <summary>How many files are sent at the same time after the first, to begin with; see <see cref="PublishOptions.Parallel"/>. Default: 4.</summary>
    [Parameter("How many files are sent at the same time after the first, to begin with, from 1 to 16; 1: always one - default: 4")]
    int PypiParallel => TryGetValue<int?>(() => PypiParallel) ?? 4;

    /// <summary>Where the report is written as JSON. Default: nowhere.</summary>
    [Parameter("File that receives the report as JSON")]
    AbsolutePath? PypiReport => TryGetValue(() => PypiReport);

    /// <summary>Further certificate authorities (PEM). Default: those of the system and of <c>SSL_CERT_FILE</c>.</summary>
    [Parameter("File with further certificate authorities (PEM)")]
    AbsolutePath? PypiCertificateAuthorities => TryGetValue(() => PypiCertificateAuthorities);

    /// <summary>A client certificate with its key (PEM). Default: none.</summary>
    [Parameter("File with a client certificate and its key (PEM)")]
    AbsolutePath? PypiClientCertificate => TryGetValue(() => PypiClientCertificate);

    /// <summary>Last changes to how the distributions are published. Returns <paramref name="options"/> unchanged by default.</summary>
    PublishOptions ConfigurePublish(PublishOptions options) => options;

    /// <summary>Inspects, identifies, exchanges, uploads, verifies and reports.</summary>
    Target Publish => _ => _
        .Description("Publish the Python distributions to the index")
        .DependsOn<IPackDistributions>()
        .Requires(() => StartCheck.Publishes(this))
        .Executes(() => PublishRun.ExecuteAsync(new NukeHost(this), Requests.Release(this), Requests.Report(this)));
}
