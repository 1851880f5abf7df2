using System.ComponentModel;
using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.ReleaseSetup;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// What the text of each parameter must be. It is judged before the first target and without a network; what depends on several parameters, or on
/// what a file contains, is judged where they are used.
/// </summary>
internal static class ParameterRules
{
    /// <summary>The longest cool-down that means something, in days.</summary>
    private const int Year = 365;

    /// <summary>By the name of the parameter; a flag has none.</summary>
    private static readonly Dictionary<string, ValueRule> Rules = new(StringComparer.Ordinal)
    {
        [nameof(IHazPythonProject.PypiProject)] = PathRules.Folder,
        [nameof(IPackDistributions.Distributions)] = Text(TextRules.Pattern),
        [nameof(IPackDistributions.PythonBackend)] = Text(Backend),
        [nameof(IPackForPlatforms.RuntimeIdentifiers)] = Text(Runtime),
        [nameof(IPublishDistributions.PypiIndex)] = Text(AddressRules.Indexes),
        [nameof(IPublishDistributions.PypiSimple)] = Text(AddressRules.Simple),
        [nameof(IPublishDistributions.PypiFileHosts)] = Text(AddressRules.FileHost),
        [nameof(IPublishDistributions.PypiAudience)] = Text(TextRules.Audience),
        [nameof(IPublishDistributions.PypiToken)] = Text(TextRules.Token),
        [nameof(IPublishDistributions.PypiUser)] = Text(TextRules.User),
        [nameof(IPublishDistributions.PypiPassword)] = Text(TextRules.Password),
        [nameof(IPublishDistributions.PypiRepository)] = Text(TextRules.Repository),
        [nameof(IPublishDistributions.PypiPreflight)] = Text(TextRules.Word<PreflightLevel>),
        [nameof(IPublishDistributions.PypiVerify)] = Text(TextRules.Word<VerifyLevel>),
        [nameof(IPublishDistributions.PypiAttestations)] = Text(TextRules.Word<AttestationMode>),
        [nameof(IPublishDistributions.PypiParallel)] = Choice.Range(1, 16),
        [nameof(IPublishDistributions.PypiReport)] = PathRules.File,
        [nameof(IPublishDistributions.PypiAttestationFolder)] = PathRules.Folder,
        [nameof(IPublishDistributions.PypiCertificateAuthorities)] = PathRules.File,
        [nameof(IPublishDistributions.PypiClientCertificate)] = PathRules.File,
        [nameof(IRehearsePublish.RehearsalPort)] = Choice.Range(0, IPEndPoint.MaxPort),
        [nameof(IRehearsePublish.RehearsalFaults)] = PathRules.File,
        [nameof(IRehearsePublish.RehearsalData)] = PathRules.Folder,
        [nameof(IDoctor.DoctorReport)] = PathRules.File,
        [nameof(IDoctor.Claims)] = PathRules.File,
        [nameof(IDoctor.DoctorGitHubToken)] = Text(TextRules.Token),
        [nameof(ICheckWorkflow.PinCoolDown)] = Choice.Range(0, Year),
        [nameof(ISetUpEnvironment.SetUpReviewers)] = Text(TextRules.Reviewer),
        [nameof(ISetUpRelease.SetUpKind)] = Text(TextRules.Word<ProjectKind>),
        [nameof(ISetUpRelease.SetUpName)] = Text(ReleaseSetupTexts.NameComplaint),
    };

    /// <summary>The parameter with its rule.</summary>
    public static KnownParameter WithRule(KnownParameter parameter) => Rules.TryGetValue(parameter.Name, out var rule) ? parameter with { Rule = rule } : parameter;

    private static ValueRule Text(Func<string, string?> rule) => (value, _) => rule(value);

    private static string? Backend(string value) =>
        TypeDescriptor.GetConverter(typeof(PythonBackend)).ConvertFromInvariantString(value) is PythonBackend { Problem: not null }
            ? $"{ParameterDiagnostics.Shown(value)} does not contain {{output}}, the placeholder for the output folder: add it to a command, or use one of {PythonBackend.Names}."
            : null;

    private static string? Runtime(string value) => RuntimeIdentifier.TryParse(value) is null
        ? $"{ParameterDiagnostics.Shown(value)} is not a runtime identifier that wheels exist for: use one of {RuntimeIdentifier.Known}."
        : null;
}
