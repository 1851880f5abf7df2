using System.Text.RegularExpressions;

namespace TrustedPublishing.StandIns.Tests.Running;

/// <summary>The result of a build: its exit code and its output, without colours.</summary>
internal sealed partial record Outcome(int ExitCode, string Raw)
{
    private const string RanPrefix = "ran ";

    /// <summary>The output without escape sequences and zero-width spaces, and with ordinary instead of no-break spaces.</summary>
    public string Output { get; } = Escape().Replace(Raw, "")
        .Replace("\u200b", "", StringComparison.Ordinal)
        .Replace('\u00a0', ' ')
        .ReplaceLineEndings("\n");

    public string[] Lines => Output.Split('\n');

    /// <summary>The targets whose actions ran, in order.</summary>
    public string[] Ran => [.. Lines.Where(x => x.StartsWith(RanPrefix, StringComparison.Ordinal)).Select(x => x[RanPrefix.Length..])];

    /// <summary>The value of a line "name = value".</summary>
    public string Value(string name)
        => Lines.Single(x => x.StartsWith($"{name} = ", StringComparison.Ordinal))[$"{name} = ".Length..];

    /// <summary>The row of a target in the outcome table, with columns separated by one space.</summary>
    public string Row(string target)
        => Spaces().Replace(Lines.Last(x => x.StartsWith($"{target} ", StringComparison.Ordinal)), " ").Trim();

    public override string ToString() => $"exit code {ExitCode}\n{Output}";

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]")]
    private static partial Regex Escape();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
