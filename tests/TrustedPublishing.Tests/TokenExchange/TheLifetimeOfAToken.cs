using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>A token is replaced in its last three minutes, a short-lived one in the second half of its lifetime.</summary>
public sealed class TheLifetimeOfAToken
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(900, 719, false)]
    [InlineData(900, 720, false)]
    [InlineData(900, 721, true)]
    [InlineData(362, 181, false)]
    [InlineData(362, 182, false)]
    [InlineData(362, 183, true)]
    [InlineData(360, 180, false)]
    [InlineData(360, 181, true)]
    [InlineData(358, 179, false)]
    [InlineData(358, 180, true)]
    [InlineData(120, 60, false)]
    [InlineData(120, 61, true)]
    [InlineData(1, 0, false)]
    public void IsRenewedShortlyBeforeItEnds(int life, int age, bool isDue) => Assert.Equal(isDue, Token(life).IsDue(Start.AddSeconds(age)));

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    [InlineData(901, true)]
    public void EndsAtItsExpiry(int age, bool isOver) => Assert.Equal(isOver, Token(900).IsOver(Start.AddSeconds(age)));

    [Fact]
    public void NeverEndsIfTheIndexDoesNotSayWhen() =>
        Assert.Equal((false, false), (Token(null).IsDue(DateTimeOffset.MaxValue), Token(null).IsOver(DateTimeOffset.MaxValue)));

    private static MintedToken Token(int? life) => new(new("pypi-x"), life is { } seconds ? Start.AddSeconds(seconds) : null, Start);
}
