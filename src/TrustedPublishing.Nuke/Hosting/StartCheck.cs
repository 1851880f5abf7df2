using Nuke.Common;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.ReleaseSetup;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>
/// Stops a build with invalid parameters before any target runs. Every target of these components requires it, so NUKE evaluates it before the first
/// target. Until then, nothing may read a parameter, because reading an invalid one makes NUKE warn and continue.
/// </summary>
internal static class StartCheck
{
    /// <summary>Returns true; never false, because NUKE would then show only the condition.</summary>
    /// <exception cref="Failure">A parameter is invalid; the message lists all problems.</exception>
    public static bool Passes(INukeBuild build) => Complaints(build) is not [_, ..] complaints ? true
        : throw Failure.Create("Nothing was done, because parameters are invalid:", complaints).In(ManualSection.InvalidParameters);

    /// <inheritdoc cref="Passes(INukeBuild)"/>
    public static bool Publishes(IPublishDistributions build) => PassesInUse(build, () => CheckRelease(build));

    /// <inheritdoc cref="Passes(INukeBuild)"/>
    public static bool SetsUp(ISetUpRelease build) => PassesInUse(build, () =>
    {
        if (build.SetUpKind is { } kind)
        {
            Choice.Parse<ProjectKind>("--set-up-kind", kind);
        }

        CheckDoctor(build);
    });

    /// <inheritdoc cref="Passes(INukeBuild)"/>
    public static bool Diagnoses(IDoctor build) => PassesInUse(build, () => CheckDoctor(build));

    /// <inheritdoc cref="Passes(INukeBuild)"/>
    public static bool Rehearses(IRehearsePublish build) => PassesInUse(build, () =>
    {
        CheckRelease(build);
        Requests.Rehearsal(build, PublishParameters.ReadOptions(build));
    });

    /// <summary>
    /// Whether the project is packed: no distributions were given, or the build was started to copy them. Invalid parameters are reported by
    /// <see cref="Passes"/>.
    /// </summary>
    public static bool Packs(IPackDistributions build) =>
        Complaints(build).Count > 0 || build.Distributions is not { Length: > 0 } || build.InvokedTargets.Any(target => target.Name == nameof(build.Pack));

    /// <summary>Each parameter by itself, then what is only seen when they are used. Says where a value comes from that is not on the command line.</summary>
    private static bool PassesInUse(INukeBuild build, Action use)
    {
        Passes(build);
        try
        {
            use();
            return true;
        }
        catch (Failure failure)
        {
            var origins = ParameterOrigin.Explain(BuildParameters.OfTheseComponents(build.GetType()), Sources(build), failure.Message);
            throw new Failure(string.Join('\n', origins.Prepend(failure.Message)), failure.InnerException).In(ManualSection.InvalidParameters);
        }
    }

    private static void CheckDoctor(IDoctor build)
    {
        Requests.Report(build)?.ThrowIfUnwritable();
        CheckRelease(build);
        if (build.Claims is { } claims)
        {
            DoctorGathering.Saved(claims);
        }
    }

    private static void CheckRelease(IPublishDistributions build)
    {
        var options = PublishParameters.ReadOptions(build)[0]; // files and certificates are the same for every index
        foreach (var file in new[] { Requests.Report(build), Requests.AttestationFolder(build), new NukeHost(build).JobSummary, new("The journal", options.JournalFile!) }.OfType<OutputFile>())
        {
            file.ThrowIfUnwritable();
        }

        try
        {
            options.OpenReader().Dispose(); // opens no connection, but reads the certificates and the proxy addresses
        }
        catch (ArgumentException exception)
        {
            var named = options.CertificateAuthorities is { } file && exception.Message.Contains(file, StringComparison.Ordinal) ? "--pypi-certificate-authorities: "
                : options.ClientCertificate is { } own && exception.Message.Contains(own, StringComparison.Ordinal) ? "--pypi-client-certificate: " : "";
            throw new Failure($"{named}{OptionText.Describe(exception)}", exception);
        }
    }

    private static IReadOnlyList<string> Complaints(INukeBuild build) => [.. ParameterDiagnostics.Check(BuildParameters.OfTheseComponents(build.GetType()), Sources(build))];

    private static ParameterSources Sources(INukeBuild build) => new()
    {
        Arguments = [.. EnvironmentInfo.CommandLineArguments],
        Environment = EnvironmentInfo.Variables,
        Files = [.. Files(build.RootDirectory / ".nuke")],
        WorkingFolder = EnvironmentInfo.WorkingDirectory,
        Root = build.RootDirectory,
        IsInCi = build.IsServerBuild || EnvironmentInfo.GetVariable("CI") is { Length: > 0 } and not "false",
        AllNames = BuildParameters.Names(build.GetType()),
    };

    private static IEnumerable<(string, string)> Files(string folder) =>
        NukeBuild.LoadedLocalProfiles.Select(profile => $"parameters.{profile}.json").Prepend("parameters.json")
            .Where(name => File.Exists(Path.Combine(folder, name)))
            .Select(name => ($".nuke/{name}", RegularFile.ReadTextIfAny(Path.Combine(folder, name)) ?? ""));
}
