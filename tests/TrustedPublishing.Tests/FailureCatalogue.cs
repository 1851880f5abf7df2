using System.Reflection;
using TrustedPublishing.Failures;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>Every message that a user reads if something fails, by stage. Read the verified files as a user would.</summary>
public sealed class FailureCatalogue
{
    [Fact]
    public Task OfDistributions() => Verifier.Verify(Text(FailureExamples.Distributions));

    [Fact]
    public Task OfIdentity() => Verifier.Verify(Text(FailureExamples.Identity));

    [Fact]
    public Task OfTheExchange() => Verifier.Verify(Text(FailureExamples.Exchange));

    [Fact]
    public Task OfRefusedExchanges() => Verifier.Verify(Text(FailureExamples.Refusals));

    [Fact]
    public Task OfAttestations() => Verifier.Verify(Text(FailureExamples.Attestations));

    [Fact]
    public Task OfUnregisteredPublishers() => Verifier.Verify(Text(FailureExamples.InvalidPublishers));

    /// <summary>Each factory is called with example data, here or in the snapshots of its stage.</summary>
    [Fact]
    public void ContainsEveryFactory()
    {
        var tests = string.Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "TrustedPublishing.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var factories = typeof(FailureText).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Failures", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => !method.IsPrivate && method.ReturnType == typeof(PublishException))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}(").ToList();
        Assert.Contains("IdentityFailures.NoCredentials(", factories);
        Assert.DoesNotContain(factories, factory => !tests.Contains(factory, StringComparison.Ordinal));
    }

    [Fact]
    public void SaysInEveryMessageWhatToChange() => Assert.All(Examples(), example =>
    {
        Assert.Contains("\nWhat to change:\n- ", example.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(example.Failure.Message.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.All(example.Failure.Message.Split('\n'), line => Assert.True(line.Length <= 180 || line.Contains("://", StringComparison.Ordinal) || line.Contains("says", StringComparison.Ordinal), line));
    });

    private static IEnumerable<FailureExample> Examples() => typeof(FailureExamples)
        .GetProperties(BindingFlags.Static | BindingFlags.Public)
        .SelectMany(property => (IEnumerable<FailureExample>)property.GetValue(null)!);

    private static string Text(IEnumerable<FailureExample> examples) => string.Join('\n', examples);
}
