using System.Diagnostics;
using TrustedPublishing.Benchmarks.Servers;
using TrustedPublishing.Benchmarks.Workloads;

namespace TrustedPublishing.Benchmarks.Clients;

/// <summary>A program that uploads wheels.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Programs">The programs that must be installed.</param>
internal abstract record Client(string Name, params IReadOnlyList<string> Programs)
{
    public static Client Library { get; } = new LibraryClient();

    public static Client NukeBuild { get; } = new NukeClient();

    public static Client Twine { get; } = new TwineClient();

    public static Client Curl { get; } = new CurlClient();

    /// <summary>The clients in the order of the report. The first two are this client.</summary>
    public static IReadOnlyList<Client> All { get; } = [Library, NukeBuild, Twine, Curl];

    public bool IsInstalled => Benchmarks.Programs.Exist(Programs);

    /// <summary>Whether its memory is compared; that of a script is not.</summary>
    public virtual bool HasMemory => true;

    /// <summary>Starts it to send the files of a folder.</summary>
    public abstract ProcessStartInfo Start(Workload workload, WorkloadFolders folders, Endpoint endpoint);
}
