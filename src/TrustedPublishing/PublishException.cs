using System.Net;
using TrustedPublishing.Distributions;

namespace TrustedPublishing;

/// <summary>
/// A release failed. The message says what was tried, where, what the other side said and what to change; it never holds a secret.
/// What had happened before is in <see cref="Report"/>.
/// </summary>
public sealed class PublishException : Exception
{
    internal PublishException(PublishFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>The stable code.</summary>
    public PublishFailure Failure { get; }

    /// <summary>The index concerned; null when the failure came before any index was.</summary>
    public PackageIndex? Index { get; internal init; }

    /// <summary>The file concerned; null when it is not about one.</summary>
    public string? FileName { get; internal init; }

    /// <summary>The status of the answer that decided; null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>Every complaint when the distributions cannot be used; empty otherwise.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init; } = [];

    /// <summary>The identity token's claims next to the declared publisher, when the exchange was refused; empty otherwise.</summary>
    public IReadOnlyList<ClaimComparison> Claims { get; internal init; } = [];

    /// <summary>Whether the index says that it has the file, and nothing shows whether that is so.</summary>
    internal bool IsUnproven { get; init; }

    /// <summary>What had happened before; null when nothing had been inspected.</summary>
    public PublishReport? Report { get; internal set; }
}
