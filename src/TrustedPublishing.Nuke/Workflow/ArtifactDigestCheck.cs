namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The commands that compare what was handed over with its seals, and lay the distributions out for publishing. A seal is the digest of
/// <c>SHA256SUMS</c>, which lists every distribution with its digest, or of the archive with the compiled build.
/// </summary>
internal sealed record ArtifactDigestCheck
{
    /// <summary>Where everything arrives that was handed over.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>Where the archive with the compiled build lies in it; no image is called so.</summary>
    public const string BuildFolder = "compiled-build";

    /// <summary>The archive.</summary>
    public const string Archive = $"{HandedOver}/{BuildFolder}/build.tar";

    /// <summary>The variable with the archive's seal.</summary>
    public required string BuildVariable { get; init; }

    public required IReadOnlyList<SealedPart> Parts { get; init; }

    /// <summary>Where the distributions are collected.</summary>
    public required string Distributions { get; init; }

    /// <summary>The command that tells why nothing is published: the reason is its <c>$1</c>.</summary>
    public required string Tell { get; init; }

    public string Script() =>
        $$"""
        refuse() { {{Tell}}; exit 1; }
        sealed() { (cd "$1" && echo "$2  $3" | sha256sum --check --strict); }
        take() {
          sealed "$1" "$2" SHA256SUMS || refuse "SHA256SUMS in $1 is not the one that the building job sealed."
          (cd "$1" && sha256sum --check --strict SHA256SUMS) || refuse "A distribution in $1 is missing or not the one that was sealed."
          [ "$(find "$1" -type f | wc -l)" -eq "$(($(wc -l < "$1/SHA256SUMS") + 1))" ] || refuse "A file in $1 was not sealed."
          for file in "$1"/*; do
            name=${file##*/}
            [ "$name" != SHA256SUMS ] || continue
            [ ! -e "$distributions/$name" ] || cmp "$file" "$distributions/$name" || refuse "Two images built different files named $name."
            cp -- "$file" "$distributions/"
          done
        }
        distributions={{Shell.Quote(Distributions)}}
        mkdir -p "$distributions"
        sealed '{{HandedOver}}/{{BuildFolder}}' "${{BuildVariable}}" build.tar || refuse "The compiled build is not the one that the building job sealed."
        [ "$(find '{{HandedOver}}/{{BuildFolder}}' -type f | wc -l)" -eq 1 ] || refuse "A file beside the compiled build was not sealed."
        {{string.Join('\n', Parts.Select(part => $"take '{HandedOver}/{part.Folder}' \"${part.Variable}\""))}}
        """;
}
