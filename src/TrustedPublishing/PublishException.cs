using System.Net;
using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>
/// A release failed. The message says what was tried, where, what the other side answered and what to change; it never contains a secret.
/// <see cref="Report"/> contains what happened before; <see cref="Exception.HelpLink"/> is the address of the failure's section in the manual.
/// </summary>
public sealed class PublishException : Exception
{
    internal PublishException(PublishFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => (Failure, HelpLink) = (failure, SectionOf(failure.ToString()));

    /// <summary>The page with a section for each failure. GitHub derives the anchor of a section from its heading, in lower case.</summary>
    internal const string Manual = "https://github.com/trusted-publishing/trusted-publishing-nuke/blob/main/src/TrustedPublishing.Nuke/docs/troubleshooting.md";

    /// <summary>The address of a section of the page.</summary>
    internal static string SectionOf(string heading) => $"{Manual}#{heading.ToLowerInvariant()}";

    /// <summary>The stable code.</summary>
    public PublishFailure Failure { get; }

    /// <summary>The index concerned; null if the failure is not about an index.</summary>
    public PackageIndex? Index { get; internal init; }

    /// <summary>The file concerned; null if the failure is not about a file.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The HTTP status of the decisive response; null if there was none.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>All findings if the distributions cannot be used; otherwise empty.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>The identity token's claims compared with the declared publisher if the exchange was refused; otherwise empty.</summary>
    public IReadOnlyList<ClaimComparison> Claims { get; internal init; } = [];

    /// <summary>Whether the index reports that it has the file, but nothing confirms it.</summary>
    internal bool IsUnproven { get; init; }

    /// <summary>What happened before the failure; null if no file had been inspected.</summary>
    public PublishReport? Report { get; internal set; }
}
