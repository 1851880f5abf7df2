using System.Globalization;

namespace TrustedPublishing.Rehearsal.Faults;

/// <summary>The keywords of a fault script.</summary>
internal static class FaultWords
{
    private static readonly string[] Known = ["status", "delay", "cut", "truncate", "slow", "garbage", "stale", "rotate-key"];

    public static string Actions { get; } = string.Join(", ", Known);

    public static bool IsAction(string word) => Known.Contains(word) || word is "retry-after" or "early";

    public static RehearsalRoute Route(string word) =>
        Array.Find(Enum.GetNames<RehearsalRoute>(), name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<RehearsalRoute>(name)
            : throw new FormatException($"'{word}' is not a route; use identity, audience, mint, upload, simple, file, burn, certificate, log, provenance, token-life or clock-skew.");

    public static (int From, int To) Attempts(string word)
    {
        var parts = word.Split("..");
        var from = Number(parts[0], "an attempt");
        var to = parts switch
        {
            [_] => from,
            [_, ""] => int.MaxValue,
            [_, var last] => Number(last, "an attempt"),
            _ => throw new FormatException($"'{word}' is not a range of attempts; write 2, 1..3 or 2.. instead."),
        };
        return from >= 1 && to >= from ? (from, to) : throw new FormatException($"'{word}' is not a range of attempts: use ascending numbers from 1.");
    }

    public static RehearsalFault Apply(RehearsalFault fault, string action, Queue<string> words) => (action, fault.Route) switch
    {
        ("status", _) => fault with { Status = Status(Next(words, action)) },
        ("retry-after", _) when fault.Status is not null => fault with { RetryAfter = Duration(words, action) },
        ("early", _) when fault is { Status: not null, File: null } => fault with { Early = true },
        ("delay", _) => fault with { Delay = Duration(words, action) },
        ("cut", _) => fault with { Cut = Cut(Next(words, action)) },
        ("truncate", _) => fault with { TruncateAt = Number(Next(words, action), "a number of bytes") },
        ("slow", _) => fault with { SlowBy = Duration(words, action) },
        ("garbage", _) => fault with { Garbage = true },
        ("stale", RehearsalRoute.Simple) => fault with { Stale = Duration(words, action) },
        ("stale", _) => throw new FormatException("only simple can be stale."),
        ("rotate-key", RehearsalRoute.Identity or RehearsalRoute.Certificate or RehearsalRoute.Log) => fault with { RotateKey = true },
        ("rotate-key", _) => throw new FormatException("only identity, certificate and log can rotate their keys."),
        ("retry-after", _) => throw new FormatException("retry-after must follow a status."),
        ("early", _) => throw new FormatException("early must follow a status, without a file name: the name is not known before the body is read."),
        _ => throw new FormatException($"'{action}' is not an action; use one of {Actions}."),
    };

    public static TimeSpan Duration(Queue<string> words, string after, bool mayBeNegative = false)
    {
        var word = Next(words, after);
        var (digits, unit) = word.EndsWith("ms", StringComparison.Ordinal) ? (word[..^2], 0.001)
            : word.EndsWith('m') ? (word[..^1], 60)
            : word.EndsWith('s') ? (word[..^1], 1.0)
            : ("", 0);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && (number >= 0 || mayBeNegative) && Math.Abs(number * unit) < TimeSpan.FromDays(366).TotalSeconds
            ? TimeSpan.FromSeconds(number * unit)
            : throw new FormatException($"'{word}' is not a time; write 30s, 2m or 250ms.");
    }

    private static string Next(Queue<string> words, string after) =>
        words.TryDequeue(out var word) ? word : throw new FormatException($"a value is missing after '{after}'.");

    private static int Number(string word, string what) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{word}' is not {what}.");

    private static int Status(string word) =>
        Number(word, "a status") is >= 200 and <= 599 and var status ? status : throw new FormatException($"'{word}' is not a status from 200 to 599.");

    private static RehearsalCut Cut(string word) => word switch
    {
        "before" => RehearsalCut.BeforeCommit,
        "after" => RehearsalCut.AfterCommit,
        _ => throw new FormatException($"'{word}' does not say when to cut the connection; use before or after."),
    };
}
