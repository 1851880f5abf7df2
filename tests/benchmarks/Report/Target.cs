using System.Globalization;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>Something to reach.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Limit">The most that it may be.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Value">What was measured; null: nothing was.</param>
internal sealed record Target(string Name, double Limit, string Unit, double? Value)
{
    public string Verdict => Value switch
    {
        null => "not measured",
        var value when value <= Limit => "reached",
        _ => "missed",
    };

    public string LimitText => Text(Limit);

    public string ValueText => Value is { } value ? Text(value) : "–";

    private string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + (Unit == "x" ? " x" : $" {Unit}");
}
