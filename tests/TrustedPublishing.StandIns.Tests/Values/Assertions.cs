using NukeAssert = Nuke.Common.Assert;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Assertions
{
    [Fact]
    public void NameTheirExpression()
        => Assert.Equal("Expected condition to be true (Parameter '1 > 2')", Assert.Throws<ArgumentException>(() => NukeAssert.True(1 > 2)).Message);

    [Fact]
    public void SayTheGivenMessageAlone()
        => Assert.Equal("sums up", Assert.Throws<ArgumentException>(() => NukeAssert.True(false, "sums up")).Message);

    [Fact]
    public void FailWithAPlainException() => Assert.Equal(typeof(Exception), Record.Exception(() => NukeAssert.Fail("no"))!.GetType());

    [Fact]
    public void ReturnWhatIsThere()
    {
        Assert.Equal("x", NukeAssert.NotNull("x"));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNull((string?)null));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNullOrWhiteSpace(" "));
        Assert.Throws<ArgumentException>(() => NukeAssert.HasSingleItem<int>([1, 2]));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotEmpty<int>([]));
    }
}
