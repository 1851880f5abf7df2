using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>Files and functions are short, measured over all of <c>src</c>.</summary>
public sealed class LinesOfCode
{
    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Sources = new(() =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview), file)),
    ]);

    [Fact]
    public void AreFewInAFile() =>
        AreFew([.. Sources.Value.Select(source => (source.FilePath, source.GetText(TestContext.Current.CancellationToken).ToString().Split('\n').Length - 1))], median: 50, ninetieth: 110, most: 200);

    [Fact]
    public void AreFewInAFunction() =>
        AreFew([.. Sources.Value.SelectMany(source => source.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().Where(IsFunction)).Select(function => (Where(function), Lines(function)))], median: 8, ninetieth: 20, most: 40);

    private static void AreFew(IReadOnlyList<(string Where, int Lines)> measured, int median, int ninetieth, int most)
    {
        var sorted = measured.OrderBy(each => each.Lines).ToList();
        var (half, nine) = (Percentile(50), Percentile(90));
        var longest = string.Join('\n', sorted.TakeLast(sorted.Count / 10 + 5).Reverse().Select(each => $"{each.Lines} {each.Where}"));

        Assert.True(
            sorted.Count > 500 && half <= median && nine <= ninetieth && sorted[^1].Lines <= most,
            $"{sorted.Count} measured: half have up to {half} lines (at most {median} wanted), nine of ten up to {nine} ({ninetieth}), the longest {sorted[^1].Lines} ({most}).\n{longest}");

        int Percentile(int percent) => sorted[(sorted.Count * percent + 99) / 100 - 1].Lines;
    }

    /// <summary>Methods, constructors, operators, accessors and local functions with a body, from the first line of their signature.</summary>
    private static bool IsFunction(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        _ => node is LocalFunctionStatementSyntax,
    };

    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string Where(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return $"{span.Path}:{span.StartLinePosition.Line + 1}";
    }
}
