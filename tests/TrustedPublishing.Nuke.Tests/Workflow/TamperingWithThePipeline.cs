namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A change between the jobs of the generated pipeline stops the publishing job before any token is exchanged.</summary>
public sealed class TamperingWithThePipeline(BuiltPipeline built) : IClassFixture<BuiltPipeline>
{
    public static TheoryData<string> HostileSeals =>
    [
        "", "\n", "SEAL_OF_DISTRIBUTIONS=", $"SEAL_OF_DISTRIBUTIONS={new string('g', 64)}", $"SEAL_OF_DISTRIBUTIONS={new string('a', 65)}", "SEAL_OF_DISTRIBUTIONS=$(touch broken)",
        "{seal}\nSEAL_OF_PUBLISHER={digits}", "LD_PRELOAD=./evil.so\n{seal}", "{seal}\nPATH=handed-over/distributions", "{seal}\nDOTNET_STARTUP_HOOKS=evil.dll", "{seal}\nNUGET_PACKAGES=.",
        "{seal}\nPYPI_INDEX=https://evil.example.com/", "{seal}\nNUKE_TARGET=Evil", "export {seal}", "{seal};touch broken", "{seal} ", "\u202e{seal}",
    ];

    [Theory]
    [MemberData(nameof(Tampering.Names), MemberType = typeof(Tampering))]
    public async Task IsDetectedInDistributionsBeforeAnyTokenIsExchanged(string kind)
    {
        var played = await built.GetAsync();

        Assert.False(await played.PublishAsync(handedOver => Tampering.Kinds[kind].Do(Path.Combine(handedOver, "distributions"))));

        Assert.Contains(Tampering.Kinds[kind].Refusal.Replace("FOLDER", "handed-over/distributions", StringComparison.Ordinal), played.Log, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was published.", played.Log.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    [Theory]
    [InlineData("publisher.tar", "handed-over/publisher/publisher.tar is not what the job compile-publisher sealed.")]
    [InlineData("evil.dll", "A file next to the publisher was not sealed.")]
    public async Task IsDetectedInThePublisher(string file, string refusal)
    {
        var played = await built.GetAsync();

        Assert.False(await played.PublishAsync(handedOver => File.AppendAllText(Path.Combine(handedOver, "publisher", file), "x")));

        Assert.Contains($"{refusal} Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(played.Index.Requests);
    }

    /// <summary>The file is read as text and must be exactly one seal: nothing in it becomes a variable or a command.</summary>
    [Theory]
    [MemberData(nameof(HostileSeals))]
    public async Task CannotPassAnythingButTheSealFromTheBuildJob(string hostile)
    {
        var played = await built.GetAsync();

        Assert.False(await played.PublishAsync(handedOver =>
        {
            var file = Path.Combine(handedOver, "distributions.seal");
            var seal = File.ReadAllText(file).TrimEnd();
            File.WriteAllText(file, hostile.Replace("{seal}", seal, StringComparison.Ordinal).Replace("{digits}", new string('0', 64), StringComparison.Ordinal));
        }));

        Assert.Contains("distributions.seal does not contain exactly the seal of the distributions. Nothing was published.", played.Log, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(played.Publishing.Path, "broken", SearchOption.AllDirectories));
        Assert.Empty(played.Index.Requests);
    }
}
