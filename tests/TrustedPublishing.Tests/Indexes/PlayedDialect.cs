using System.Net;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>How a kind of index responds, according to its documentation, its source, or reports of its users.</summary>
internal sealed record PlayedDialect
{
    /// <summary>The row of the table that it simulates.</summary>
    public required string Name { get; init; }

    /// <summary>The upload address.</summary>
    public required string Upload { get; init; }

    /// <summary>The address of its Simple API.</summary>
    public required string Simple { get; init; }

    /// <summary>The user name that goes with a token; null: any.</summary>
    public string? User { get; init; }

    /// <summary>The response to a file that is stored.</summary>
    public PlayedAnswer Stored { get; init; } = new(HttpStatusCode.OK, "");

    /// <summary>The response to a file whose name is taken.</summary>
    public required PlayedAnswer Taken { get; init; }

    /// <summary>The response to invalid credentials.</summary>
    public PlayedAnswer Unauthorized { get; init; } = new(HttpStatusCode.Unauthorized, "");

    /// <summary>Whether its listing is JSON; otherwise HTML.</summary>
    public bool Json { get; init; }

    /// <summary>The listed digest: <c>sha256</c>, <c>md5</c>, or empty for none.</summary>
    public string Digest { get; init; } = "sha256";

    /// <summary>A file's address in the listing, relative to the project's page.</summary>
    public string Files { get; init; } = "../../packages/";

    /// <summary>Where it redirects requests for unknown projects; null: 404.</summary>
    public string? Fallback { get; init; }

    /// <summary>A header in every response.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The response to an upload.</summary>
internal sealed record PlayedAnswer(HttpStatusCode Status, string Body, string ContentType = "text/plain");
