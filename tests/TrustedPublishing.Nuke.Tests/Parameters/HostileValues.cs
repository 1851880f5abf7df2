using System.Text.Json;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Parameters;

/// <summary>Every parameter with every value that a typing error, an empty variable or ill will gives it, from every place where parameters come from.</summary>
public sealed class HostileValues(FolderWithAFile folder) : IClassFixture<FolderWithAFile>
{
    /// <summary>In addresses and credentials; never in what is said.</summary>
    private const string Password = "hunter2";

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["empty"] = "", ["blank"] = " ", ["a tab"] = "\t", ["a word"] = "Offf", ["a number"] = "5", ["zero"] = "0", ["negative"] = "-1", ["too large"] = "99", ["no port"] = "80000",
        ["beyond 32 bits"] = "2147483648", ["scientific"] = "1e9", ["not a number"] = "NaN", ["true"] = "true", ["false"] = "false", ["an empty item"] = "a;;b", ["a separator"] = ";",
        ["a path to nothing"] = "nope/nothing", ["a glob"] = "dist/*.whl", ["a folder"] = "folder", ["a file"] = "file", ["beyond the root"] = $"{string.Concat(Enumerable.Repeat("../", 40))}x",
        ["no scheme"] = "index.example.com/legacy/", ["credentials"] = $"https://user:{Password}@index.example.com/legacy/", ["credentials for PyPI"] = $"https://user:{Password}@upload.pypi.org/legacy/",
        ["a file address"] = "file:///etc/passwd", ["plain http"] = "http://index.example.com/", ["a fragment"] = "https://index.example.com/legacy/#part", ["a bad host"] = "https://exa mple.com/",
        ["no host"] = "https://", ["an international host"] = "https://bücher.example/", ["a control character"] = "a\u0001b", ["a colour"] = "\u001b[31mred", ["two lines"] = "one\ntwo", ["huge"] = new('x', 100_000),
        ["a dash"] = "-dash", ["an escaped zero"] = "a%00b", ["a mark"] = "a\u200Fb",
    };

    private static readonly string[] Words = ["a word", "a number", "zero", "too large", "no port", "beyond 32 bits", "scientific", "not a number", "true", "false"];

    private static readonly string[] Dashes = ["negative", "a dash"];

    private static readonly string[] Texts = [.. Words, .. Dashes, "an empty item", "a separator", "a path to nothing", "a glob", "a folder", "a file", "beyond the root", "no scheme", "an escaped zero"];

    private static readonly string[] Tokens = [.. Texts, "credentials", "credentials for PyPI", "a file address", "plain http", "a fragment", "no host"];

    private static readonly string[] Paths = [.. Texts.Except(["beyond the root"]), "a mark"];

    /// <summary>What is right, or cannot be told from wrong before it is used; nothing of any other parameter.</summary>
    private static readonly Dictionary<string, string[]> Right = new(StringComparer.Ordinal)
    {
        ["Claims"] = [.. Paths.Except(["a folder"])],
        ["Distributions"] = [.. Texts.Except(["an empty item", "a separator"]), "a mark"],
        ["DoctorGitHubToken"] = Tokens,
        ["DoctorReport"] = [.. Paths.Except(["a folder"])],
        ["PinCoolDown"] = ["a number", "zero", "too large"],
        ["PypiAttestationFolder"] = [.. Paths.Except(["a file"])],
        ["PypiAudience"] = Tokens,
        ["PypiCertificateAuthorities"] = [.. Paths.Except(["a folder"])],
        ["PypiClientCertificate"] = [.. Paths.Except(["a folder"])],
        ["PypiFileHosts"] = ["an international host"],
        ["PypiIndex"] = ["an international host"],
        ["PypiParallel"] = ["a number"],
        ["PypiPassword"] = [.. Tokens, "a bad host", "an international host", "huge", "a mark"],
        ["PypiProject"] = [.. Paths.Except(["a file"])],
        ["PypiReport"] = [.. Paths.Except(["a folder"])],
        ["PypiRepository"] = ["a path to nothing"],
        ["PypiSimple"] = ["an international host"],
        ["PypiToken"] = Tokens,
        ["PypiUser"] = [.. Texts, "huge", "a mark"],
        ["RehearsalData"] = [.. Paths.Except(["a file"])],
        ["RehearsalFaults"] = [.. Paths.Except(["a folder"])],
        ["RehearsalOpen"] = ["true", "false"],
        ["RehearsalPort"] = ["a number", "zero", "too large"],
        ["SetUpConfirm"] = ["true", "false"],
        ["SetUpName"] = [.. Words, "a folder", "a file", "huge"],
        ["SetUpReviewers"] = [.. Words, "a path to nothing", "a folder", "a file"],
        ["SetUpSelfReview"] = ["true", "false"],
        ["UpdatePins"] = ["true", "false"],
    };

    public static TheoryData<string> Names => [.. Parameters.Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Secrets are encrypted there.</summary>
    public static TheoryData<string> NamesInFiles => [.. Parameters.Where(parameter => !parameter.IsSecret).Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<KnownParameter> Parameters { get; } = BuildParameters.OfTheseComponents(typeof(IEverything));

    /// <summary>Behind a flag, a dash begins the next parameter.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AreNamedOnTheCommandLine(string name) => Expect(
        name,
        Parameter(name).Option,
        value => Sources() with { Arguments = ["Publish", Parameter(name).Option, value] },
        value => value == "a dash" && Parameter(name).Kind is ParameterKind.Flag ? true : Dashes.Contains(value) ? false : null);

    /// <summary>An empty one counts as none.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AreNamedInAVariable(string name) => Expect(
        name,
        $"The variable NUKE_{Parameter(name).Variable}",
        value => Sources() with { Environment = new Dictionary<string, string> { [$"NUKE_{Parameter(name).Variable}"] = value } },
        value => value is "empty" or "blank" or "a tab" ? true : null);

    [Theory]
    [MemberData(nameof(NamesInFiles))]
    public void AreNamedInAParametersFile(string name) => Expect(
        name,
        $"{name} in .nuke/parameters.local.json",
        value => Sources() with
        {
            Files = [(".nuke/parameters.local.json", JsonSerializer.Serialize(new Dictionary<string, object> { [name] = Parameter(name).Kind is ParameterKind.Texts ? value.Split(';') : value }))],
        },
        _ => null);

    /// <param name="name">The parameter.</param>
    /// <param name="written">How a complaint names it.</param>
    /// <param name="sources">The sources with a value.</param>
    /// <param name="isRight">Whether a value is right in this place, whatever the parameter; null when that depends on the parameter.</param>
    private static void Expect(string name, string written, Func<string, ParameterSources> sources, Func<string, bool?> isRight)
    {
        var said = Values.ToDictionary(value => value.Key, value => ParameterDiagnostics.Check([Parameter(name)], sources(value.Value)).ToList());

        Assert.Equal(
            Values.Keys.Where(value => isRight(value) ?? Right.GetValueOrDefault(name, []).Contains(value)),
            said.Where(row => row.Value.Count == 0).Select(row => row.Key));
        Assert.All(said.Values.SelectMany(complaints => complaints), complaint => Judge(complaint, written, Parameter(name)));
    }

    /// <summary>Names the parameter, says what is allowed, and shows nothing that is secret or would disturb a terminal.</summary>
    private static void Judge(string complaint, string written, KnownParameter parameter)
    {
        Assert.StartsWith($"{written} ", complaint, StringComparison.Ordinal);
        Assert.EndsWith(".", complaint, StringComparison.Ordinal);
        Assert.Matches("(?i)\\b(use|add|omit|write|name|remove|leave|copy|neither|provide|must be)\\b", complaint);
        Assert.InRange(complaint.Length, 10, 700);
        Assert.DoesNotContain(complaint, character => char.IsControl(character) || character == '\u200F');
        Assert.DoesNotMatch(@"\(Parameter '|Exception|System\.|Nullable|Int32|\bnull\b", complaint);
        Assert.DoesNotContain(Password, complaint, StringComparison.Ordinal);
        Assert.False(parameter.IsSecret && complaint.Contains('\'', StringComparison.Ordinal), complaint);
    }

    private static KnownParameter Parameter(string name) => Parameters.First(parameter => parameter.Name == name);

    private ParameterSources Sources() => new()
    {
        Arguments = [],
        Environment = new Dictionary<string, string>(),
        Files = [],
        WorkingFolder = folder.Path,
        Root = folder.Path,
        IsInCi = false,
        AllNames = new HashSet<string>(["Verbosity"], StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>All components that have parameters.</summary>
    private interface IEverything : ISetUpRelease, IServeIndex, ICheckWorkflow, IPackDotNetTool;
}

/// <summary>Where paths begin.</summary>
public sealed class FolderWithAFile : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public FolderWithAFile()
    {
        folder.Write("file", "text");
        folder.Write("folder/file", "text");
    }

    public string Path => folder.Path;

    public void Dispose() => folder.Dispose();
}
