namespace TrustedPublishing.Tests;

/// <summary>A failure with example data.</summary>
/// <param name="Factory">The name of the factory in <c>Failures</c>.</param>
/// <param name="Case">What is special about the data; null if there is only one example.</param>
/// <param name="Failure">The failure.</param>
internal sealed record FailureExample(string Factory, string? Case, Exception Failure)
{
    public override string ToString() =>
        $"## {Factory}{(Case is null ? "" : $", {Case}")} [{(Failure as PublishException)?.Failure.ToString() ?? Failure.GetType().Name}]\n\n{Failure.Message}\n";
}
