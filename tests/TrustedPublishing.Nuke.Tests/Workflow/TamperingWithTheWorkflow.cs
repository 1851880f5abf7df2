namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A change between the jobs of the generated workflow stops the publishing job before any token is requested.</summary>
public sealed class TamperingWithTheWorkflow(BuiltRelease built) : IClassFixture<BuiltRelease>
{
    [Theory]
    [MemberData(nameof(Tampering.Names), MemberType = typeof(Tampering))]
    public async Task IsDetectedInDistributionsBeforeAnyTokenIsRequested(string kind)
    {
        var played = await built.GetAsync();

        Assert.False(await played.PublishAsync(handedOver => Tampering.Kinds[kind].Do(Path.Combine(handedOver, "ubuntu-24.04"))));

        Assert.Contains(Tampering.Kinds[kind].Refusal.Replace("FOLDER", "handed-over/ubuntu-24.04", StringComparison.Ordinal), played.Log, StringComparison.Ordinal);
        Assert.Matches("(?m)^::error::.* Nothing was published\\.$", played.Log);
        Assert.DoesNotMatch("(?m)^::stop-commands", played.Log);
        Assert.Empty(played.Index.Requests);
    }

    [Theory]
    [InlineData("publisher.tar", "handed-over/publisher/publisher.tar is not what the job compile-publisher sealed.")]
    [InlineData("evil.dll", "A file next to the publisher was not sealed.")]
    public async Task IsDetectedInThePublisher(string file, string refusal)
    {
        var played = await built.GetAsync();

        Assert.False(await played.PublishAsync(handedOver => File.AppendAllText(Path.Combine(handedOver, "publisher", file), "x")));

        Assert.Contains($"::error::{refusal} Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Theory]
    [InlineData("needs.compile-publisher.outputs.seal", "handed-over/publisher/publisher.tar")]
    [InlineData("needs.build.outputs.distributions-1", "handed-over/ubuntu-24.04/SHA256SUMS")]
    public async Task CannotUseASealOtherThan64HexadecimalDigits(string output, string sealedFile)
    {
        var played = await built.GetAsync();
        var good = played.Outputs[output];
        foreach (var seal in new[] { "", "$(touch broken)", new string('a', 63), new string('g', 64), $"{new string('a', 64)}\n", $"{good}\nPATH=x" })
        {
            played.Outputs[output] = seal;

            Assert.False(await played.PublishAsync());

            Assert.Contains($"::error::The seal of {sealedFile} is missing, or is not 64 hexadecimal digits. Nothing was published.", played.Log, StringComparison.Ordinal);
        }

        played.Outputs[output] = good;
    }
}
