namespace TrustedPublishing.Tests;

public class OptionsOfAPublisher
{
    private static readonly PublishOptions Usable = new() { Index = PackageIndex.PyPI, Distributions = ["dist/*"] };

    [Fact]
    public void AreAcceptedIfValid() => Assert.NotNull(new Publisher(Usable));

    [Fact]
    public Task AreRejectedWithAllProblemsAtOnce() => Verifier.Verify(Assert.Throws<ArgumentException>(() => new Publisher(Usable with
    {
        Distributions = ["", "dist/*"],
        Parallel = 17,
        VerificationLimit = TimeSpan.FromDays(2),
        BaseDirectory = "relative",
        JournalFile = " ",
        UserName = "a:b",
    })).Message);
}
