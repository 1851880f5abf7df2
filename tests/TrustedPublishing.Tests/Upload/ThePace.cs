using CsCheck;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class ThePace
{
    [Fact]
    public void StartsAtTheMost() => Assert.Equal(4, new Pace(4).Limit);

    [Fact]
    public void IsHalvedByCongestionOnceForAllFilesThatWereUnderWay()
    {
        var pace = new Pace(8);
        var epoch = pace.Epoch;

        pace.Congested(epoch);
        pace.Congested(epoch);
        pace.Congested(epoch);

        Assert.Equal(4, pace.Limit);
        pace.Congested(pace.Epoch);
        Assert.Equal(2, pace.Limit);
    }

    [Fact]
    public void GrowsByOneAfterAsManyFilesAsItAllows()
    {
        var pace = new Pace(4);
        pace.Congested(pace.Epoch);
        Assert.Equal(2, pace.Limit);

        pace.Succeeded();
        Assert.Equal(2, pace.Limit);
        pace.Succeeded();
        Assert.Equal(3, pace.Limit);
    }

    [Fact]
    public void StaysBetweenOneAndTheMost() => Gen.Select(Gen.Int[1, 16], Gen.Bool.Array[0, 200]).Sample((most, congested) =>
    {
        var pace = new Pace(most);
        foreach (var bad in congested)
        {
            if (bad)
            {
                pace.Congested(pace.Epoch);
            }
            else
            {
                pace.Succeeded();
            }

            Assert.InRange(pace.Limit, 1, most);
        }
    });
}
