using System.Globalization;
using System.Text.Json;
using TrustedPublishing.Distributions.Descriptions;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Documents made of real constructs: none makes the reader throw, and docutils agrees with its verdict.</summary>
public sealed class AnyDescription : IDisposable
{
    /// <summary>The number of documents; for a long run, set <c>DESCRIPTIONS</c> to 100000.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("DESCRIPTIONS"), CultureInfo.InvariantCulture, out var count) ? count : 2000;

    /// <summary>Where docutils before 0.23 differs: how its message or ours starts.</summary>
    private static readonly (string Complaint, string Why)[] Changed =
    [
        ("Transition at the ", "targets and comments at the end or start count only since 0.23"),
        ("Document or section may not begin with a transition", "as above"),
        ("Document may not end with a transition", "as above"),
        ("At least one body element must separate transitions", "as above"),
        ("Duplicate explicit target name: ", "two links with one text are allowed since 0.22"),
        ("Duplicate target name, cannot be used", "as above"),
        ("Unknown target name: ", "as above"),
        ("Indirect hyperlink target ", "as above"),
        ("Footnote content expected", "an empty footnote is a warning since 0.22"),
        ("Citation content expected", "as above"),
        ("Substitution definition ", "only that of an empty one"),
        ("Substitution definition contains illegal element", "worded anew"),
        ("Targets (names and identifiers) are not supported", "as above"),
        ("Problematic content in substitution definition", "as above"),
        ("Error in \"image\" directive: unknown option: \"loading\"", "new in 0.21"),
        ("Error in \"figure\" directive: unknown option: \"loading\"", "new in 0.21"),
        ("Cannot embed image ", "new in 0.21"),
        ("Figure caption must be a paragraph", "targets may stand before the caption since 0.22"),
        ("No smart quotes defined for language ", "found for containers since 0.22"),
        ("Cannot extract bibliographic field ", "an initial is no list since 0.22"),
        ("Cannot extract compound bibliographic field ", "as above"),
        ("Bibliographic field ", "as above"),
        ("Cannot extract ", "as above"),
        ("Error with CSV data", "the signs are checked by the csv module of Python 3.13"),
        ("Title level inconsistent", "worded anew, and found in nested parts"),
        ("Inconsistent title style", "as above"),
        ("The \"contents\" directive may not be used", "it may in a class directive since 0.22"),
        ("The \"topic\" directive may not be used", "as above"),
        ("The \"sidebar\" directive may not be used", "as above"),
    ];

    private const string Script =
        """
        import io, json, sys
        import docutils
        from docutils.core import publish_parts
        from docutils.parsers.rst import roles
        from docutils.utils import SystemMessage
        def judge(text):
            roles._roles.clear()
            settings = dict(halt_level=2, report_level=5, raw_enabled=False, file_insertion_enabled=False, strip_comments=True, smart_quotes=True,
                            warning_stream=io.StringIO(), math_output="MathJax /dummy.js", id_prefix="user-content-", _disable_config=True, syntax_highlight="short")
            try:
                parts = publish_parts(text, writer_name="html5", settings_overrides=settings)
            except SystemMessage as problem:
                place, _, complaint = str(problem).partition(") ")
                line = place.split(":")[1]
                return ["refused", line if line.isdigit() else "", " ".join(complaint.split("\n\n")[0].split())]
            except Exception as problem:
                return ["broken", "", repr(problem)]
            return ["shown" if parts["docinfo"] + parts["fragment"] else "empty", "", ""]
        print(json.dumps([docutils.__version__, [judge(text) for text in json.load(open(sys.argv[1], encoding="utf-8"))]]))
        """;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void IsRead() => Parallel.For(0, Count, number =>
    {
        var verdict = RstReader.Read(RstDocuments.Of(number));
        Assert.All(verdict.Problems, problem => Assert.NotEqual("", problem.Text));
    });

    [Fact]
    public async Task IsCheckedAsByDocutils()
    {
        var python = await Peers.FindPythonAsync("docutils", "pygments");
        string[] texts = [.. DescriptionRows.All.Where(row => row.ContentType == "text/x-rst").Select(row => row.Text), .. Enumerable.Range(0, Math.Min(Count, 300)).Select(RstDocuments.Of)];
        var file = Path.Combine(folder.Path, "texts.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(texts), TestContext.Current.CancellationToken);

        var judged = await ChildProcess.RunAsync(python, ["-c", Script, file], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(judged.ExitCode == 0, judged.ToString());
        using var answer = JsonDocument.Parse(judged.StandardOutput);
        var isNew = System.Version.Parse(string.Concat((answer.RootElement[0].GetString() ?? "").TakeWhile(c => char.IsAsciiDigit(c) || c == '.'))) >= new System.Version(0, 23);

        Assert.Equal("", string.Join("\n\n", texts.Zip(answer.RootElement[1].EnumerateArray()).Select(pair => Difference(pair.First, pair.Second, isNew)).OfType<string>()));
    }

    /// <summary>The difference between docutils and the reader; null if they agree, or if a newer docutils would.</summary>
    private static string? Difference(string text, JsonElement theirs, bool isNew)
    {
        var (verdict, line, complaint) = (theirs[0].GetString()!, theirs[1].GetString()!, theirs[2].GetString()!);
        var read = RstReader.Read(text);
        var problem = read.Problems.Count > 0 ? read.Problems[0] : null;
        var ours = problem is not null ? "refused" : read.ShowsSomething ? "shown" : "empty";
        var agrees = verdict == "broken" ? ours == "refused" : ours == verdict && (!isNew || $"{problem?.Line}" == line);
        var isChanged = !isNew && Changed.Any(change => complaint.StartsWith(change.Complaint, StringComparison.Ordinal) || problem?.Text.ReplaceLineEndings(" ").StartsWith(change.Complaint, StringComparison.Ordinal) == true);
        return agrees || isChanged ? null : $"{ours} {problem}\n{verdict} {line} {complaint}\n{text}";
    }
}
