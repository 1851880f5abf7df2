using System.Globalization;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>A target of the benchmark.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Limit">The maximum.</param>
/// <param name="Unit">The unit of both values.</param>
/// <param name="Value">The measured value; null: not measured.</param>
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
