using TrustedPublishing.Distributions;
using TrustedPublishing.Inspection;

namespace TrustedPublishing.Tests;

internal static partial class FailureExamples
{
    public static IEnumerable<FailureExample> Distributions =>
    [
        new("NoDistributions", "no pattern", DistributionFailures.NoDistributions([], [], "/project", [])),
        new("NoDistributions", "nothing matches", DistributionFailures.NoDistributions(
            ["dist/*.whl", "out/*"], ["dist/*.whl", "out/*"], "/project", [("/project/dist", ["greeter-1.0.zip", "notes\n::error::.txt"]), ("/project/out", null)])),
        new("NoDistributions", "in folders below", DistributionFailures.NoDistributions(["dist/*"], ["dist/*"], "/project", [("/project/dist", ["wheels-linux", "wheels-macos"])], "dist/**/*")),
        new("PatternUnusable", null, DistributionFailures.PatternUnusable("dist/*.{whl", "an opening brace { is not closed")),
        new("UnusableDistributions", null, DistributionFailures.UnusableDistributions(
        [
            new(FindingSeverity.Error, "greeter-1.0-py3-none-any.whl", "'summary' must be one line.", "Shorten project.description in pyproject.toml."),
            new(FindingSeverity.Warning, "greeter-1.0-py3-none-any.whl", "A warning, which is not shown here.", "Nothing."),
            new(FindingSeverity.Error, null, "Two versions: 1.0 and 1.1.", "Publish one version at a time."),
        ])),
    ];
}
