namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A folder below <see cref="Seals.HandedOver"/> whose files are listed in a sealed file.</summary>
/// <param name="Folder">Its name.</param>
/// <param name="Seal">The seal of the list, in shell syntax.</param>
/// <param name="Job">The job that sealed it.</param>
internal sealed record SealedPart(string Folder, string Seal, string Job);

/// <summary>
/// The commands with which one job seals the files that it hands over, and another one verifies them. A seal is the SHA-256 digest of
/// <c>SHA256SUMS</c>, which lists every distribution with its digest, or of the archive with the publisher. They need bash and the usual commands,
/// from GNU or BusyBox.
/// </summary>
/// <param name="Tell">The command that reports why the job stops; the reason is its <c>$1</c>.</param>
/// <param name="AnySystem">Whether the build job may run on any system: older versions of macOS have no sha256sum.</param>
internal sealed record Seals(string Tell, bool AnySystem)
{
    /// <summary>The folder for everything that is handed over.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>The folder for distributions in it, in the job that hands them over.</summary>
    public const string Distributions = $"{HandedOver}/distributions";

    /// <summary>The folder for the archive with the publisher in it; no image has this name.</summary>
    public const string PublisherFolder = "publisher";

    /// <summary>The archive's name.</summary>
    public const string Archive = "publisher.tar";

    /// <summary>The archive with the publisher.</summary>
    public const string Publisher = $"{HandedOver}/{PublisherFolder}/{Archive}";

    private const string Linux = "sha256sum < \"$1\"";

    /// <summary>Some systems lack the first command, and some containers the second.</summary>
    private const string Any = "if command -v sha256sum > /dev/null; then sha256sum < \"$1\"; else openssl dgst -sha256 -r < \"$1\"; fi";

    /// <summary>The command that prints the digest of the publisher archive.</summary>
    public static string PublisherSeal => $"sha256sum {Publisher} | cut -d ' ' -f 1";

    /// <summary>
    /// Puts the compiled publisher into the archive, without the documentation files of its libraries; compiles and runs nothing.
    /// </summary>
    public static string PackPublisher(IEnumerable<string> paths) =>
        $"""
        mkdir -p {HandedOver}/{PublisherFolder}
        tar -cf {Publisher} --exclude='*.xml' {Shell.Quoted(paths)}
        """;

    /// <summary>Copies the distributions listed in <c>SHA256SUMS</c> to the folder for hand-over, and stores their seal in <c>$seal</c>.</summary>
    public string HandOver(string distributions, string folder = Distributions) =>
        $$"""
        {{Functions(AnySystem ? Any : Linux, "Pack again into an empty folder, and make sure that SHA256SUMS lists every distribution.")}}
        mkdir -p {{folder}}
        copy {{Shell.Quote(distributions)}} {{folder}}
        cp -- {{Shell.Quote($"{distributions}/SHA256SUMS")}} {{folder}}/
        seal=$(digest {{folder}}/SHA256SUMS)
        """;

    /// <summary>Verifies the publisher and the distributions, and copies the distributions to the folder for publishing.</summary>
    /// <param name="publisher">The publisher's seal, in shell syntax.</param>
    /// <param name="parts">The folders of distributions.</param>
    /// <param name="distributions">The folder in which the distributions are collected.</param>
    /// <param name="before">Commands that read the seals of the distributions, using the functions defined here.</param>
    public string Take(string publisher, IEnumerable<SealedPart> parts, string distributions, string? before = null) =>
        $$"""
        {{Functions(Linux, "Nothing was published.")}}
        {{Check}}
        mkdir -p {{Shell.Quote(distributions)}}
        # The publisher: what was compiled before anything else of the project ran, and no file beside it.
        plain {{HandedOver}}/{{PublisherFolder}} {{Archive}}
        check {{Publisher}} "{{publisher}}" compile-publisher
        [ "$(cd {{HandedOver}}/{{PublisherFolder}} && find . -type f)" = ./{{Archive}} ] || refuse "A file next to the publisher was not sealed."
        {{(before is null ? "" : before + "\n")}}{{string.Join('\n', parts.Select(part => Part(part, distributions)))}}
        """;

    /// <summary>Verifies only the distributions, after they have been published, and copies them to a folder.</summary>
    public string TakeDistributions(IEnumerable<SealedPart> parts, string distributions) =>
        $"""
        {Functions(Linux, "It was published but not added to the release.")}
        {Check}
        mkdir -p {Shell.Quote(distributions)}
        {string.Join('\n', parts.Select(part => Part(part, distributions)))}
        """;

    private const string Check =
        """
        # A seal is 64 hexadecimal digits; anything else is not used.
        check() {
          [[ $2 =~ ^[0-9a-f]{64}$ ]] || refuse "The seal of $1 is missing, or is not 64 hexadecimal digits."
          [ "$(digest "$1")" = "$2" ] || refuse "$1 is not what the job $3 sealed."
        }
        """;

    private static string Part(SealedPart part, string distributions)
    {
        var folder = $"{HandedOver}/{part.Folder}";
        return $"""
            # What is in {folder}: the list first, then what it lists.
            plain {Shell.Quote(folder)} SHA256SUMS
            check {Shell.Quote($"{folder}/SHA256SUMS")} "{part.Seal}" {part.Job}
            copy {Shell.Quote(folder)} {Shell.Quote(distributions)}
            """;
    }

    private string Functions(string digest, string remedy) =>
        $$"""
        refuse() { {{Tell.Replace("$1", $"$1 {remedy}", StringComparison.Ordinal)}}; exit 1; }
        digest() { {{digest}} | cut -d ' ' -f 1; }
        # Only files and folders: a link, a pipe or a device can stand for something else than was sealed.
        plain() {
          [[ -d $1 && ! -L $1 ]] || refuse "$1 is not a folder: an earlier job hands it over, and it is kept for {{GeneratedReleaseAttribute.RetentionDays}} days."
          local odd
          odd=$(find "$1" ! -type f ! -type d)
          [ -z "$odd" ] || refuse "$(printf %q "$odd") is neither a file nor a folder."
          [ -f "$1/$2" ] || refuse "$2 is missing in $1."
        }
        # Copies the files that SHA256SUMS lists, and nothing else.
        copy() {
          local LC_ALL=C listed present line name pattern='^([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._+!-]*)$'
          plain "$1" SHA256SUMS
          # The names are exactly those of the files that are there.
          listed=$(cut -c 67- "$1/SHA256SUMS" | sort)
          present=$(cd "$1" && find . -type f ! -path ./SHA256SUMS | cut -c 3- | sort)
          [ "$listed" = "$present" ] || refuse "$1 contains files that SHA256SUMS does not list, or lacks some that it lists: $(printf %q "$(comm -3 <(echo "$listed") <(echo "$present") | tr -d '\t')")."
          while IFS= read -r line || [ -n "$line" ]; do
            # A name is that of a distribution: no path, no option, nothing hidden.
            [[ $line =~ $pattern ]] || refuse "A line of SHA256SUMS in $1 is not a digest and the name of a distribution: $(printf %q "$line")."
            name=${BASH_REMATCH[2]}
            [ "$(digest "$1/$name")" = "${BASH_REMATCH[1]}" ] || refuse "$name in $1 is not the file that was sealed."
            # Images may build the same file, if they build the same bytes.
            [ ! -e "$2/$name" ] || cmp -s "$1/$name" "$2/$name" || refuse "Two images built different files named $name: compare the line endings of the sources (core.autocrlf, .gitattributes), then the compilers."
            cp -- "$1/$name" "$2/$name"
          done < "$1/SHA256SUMS"
        }
        """;
}
