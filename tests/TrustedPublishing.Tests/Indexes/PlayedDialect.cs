using System.Net;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>How a kind of index answers, as its documentation, its source or reports of its users show it.</summary>
internal sealed record PlayedDialect
{
    /// <summary>The row of the table that it plays.</summary>
    public required string Name { get; init; }

    /// <summary>The address that files are posted to.</summary>
    public required string Upload { get; init; }

    /// <summary>Where its Simple API must be asked.</summary>
    public required string Simple { get; init; }

    /// <summary>The user name that a token goes with; null: any.</summary>
    public string? User { get; init; }

    /// <summary>The answer to a file that is stored.</summary>
    public PlayedAnswer Stored { get; init; } = new(HttpStatusCode.OK, "");

    /// <summary>The answer to a file whose name is taken.</summary>
    public required PlayedAnswer Taken { get; init; }

    /// <summary>The answer to wrong credentials.</summary>
    public PlayedAnswer Unauthorized { get; init; } = new(HttpStatusCode.Unauthorized, "");

    /// <summary>Whether it lists in JSON; else in HTML.</summary>
    public bool Json { get; init; }

    /// <summary>Which digest it lists: <c>sha256</c>, <c>md5</c>, or none when empty.</summary>
    public string Digest { get; init; } = "sha256";

    /// <summary>A file's address in the listing, relative to the project's page.</summary>
    public string Files { get; init; } = "../../packages/";

    /// <summary>Where it sends whoever asks for a project that it does not know; null: 404.</summary>
    public string? Fallback { get; init; }

    /// <summary>A header of every answer.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An answer to an upload.</summary>
internal sealed record PlayedAnswer(HttpStatusCode Status, string Body, string ContentType = "text/plain");
