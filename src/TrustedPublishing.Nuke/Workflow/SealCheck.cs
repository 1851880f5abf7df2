namespace TrustedPublishing.Nuke;

/// <summary>
/// The commands that compare what was handed over with its seals, and lay it out for publishing. A seal is the digest of <c>SHA256SUMS</c>,
/// which lists every distribution with its digest, or of the archive with the compiled build.
/// </summary>
internal static class SealCheck
{
    /// <summary>Where the compiled build lies below the folder of what was handed over; no image is called so.</summary>
    public const string BuildFolder = "compiled-build";

    public static string Script(string folder, WorkflowPlan plan)
    {
        var take = plan.Images.Select((image, index) => $"take '{folder}/{image}' \"$DISTRIBUTIONS_{index + 1}\"");
        return $$"""
            refuse() { echo "::error::$1 Nothing was published."; exit 1; }
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
            distributions='{{plan.DistributionsDirectory}}'
            mkdir -p "$distributions"
            sealed '{{folder}}/{{BuildFolder}}' "$BUILD" build.tar || refuse "The compiled build is not the one that the building job sealed."
            [ "$(find '{{folder}}/{{BuildFolder}}' -type f | wc -l)" -eq 1 ] || refuse "A file beside the compiled build was not sealed."
            {{string.Join('\n', take)}}
            """;
    }
}
