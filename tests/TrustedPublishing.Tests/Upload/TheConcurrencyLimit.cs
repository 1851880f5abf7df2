using CsCheck;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class TheConcurrencyLimit
{
    [Fact]
    public void StartsWithTheRequestedNumber() => Assert.Equal(4, new ConcurrencyLimiter(4).Limit);

    [Fact]
    public void GrowsToTwiceThatWhileNothingIsCongested()
    {
        var pace = new ConcurrencyLimiter(4);
        List<int> limits = [];
        for (var file = 0; file < 60; file++)
        {
            pace.Succeeded();
            limits.Add(pace.Limit);
        }

        Assert.Equal(Enumerable.Range(4, 5), limits.Distinct());
        Assert.True(limits.LastIndexOf(7) >= 20, "it grows by one in as many files as it allows");
    }

    [Fact]
    public void StaysAtOneFileIfOneWasRequested()
    {
        var pace = new ConcurrencyLimiter(1);
        pace.Succeeded();
        pace.Succeeded();
        Assert.Equal(1, pace.Limit);
    }

    [Fact]
    public void IsHalvedByCongestionOnceForAllUploadsInProgress()
    {
        var pace = new ConcurrencyLimiter(8);
        var epoch = pace.Epoch;

        pace.Congested(epoch);
        pace.Congested(epoch);
        pace.Congested(epoch);

        Assert.Equal(4, pace.Limit);
        pace.Congested(pace.Epoch);
        Assert.Equal(2, pace.Limit);
    }

    [Fact]
    public void GrowsByOneAfterAFullSetOfUploads()
    {
        var pace = new ConcurrencyLimiter(4);
        pace.Congested(pace.Epoch);
        Assert.Equal(2, pace.Limit);

        pace.Succeeded();
        Assert.Equal(2, pace.Limit);
        pace.Succeeded();
        Assert.Equal(3, pace.Limit);
    }

    [Fact]
    public void StaysBetweenOneAndTwiceTheStart() => Gen.Select(Gen.Int[1, 16], Gen.Bool.Array[0, 200]).Sample((start, congested) =>
    {
        var pace = new ConcurrencyLimiter(start);
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

            Assert.InRange(pace.Limit, 1, start == 1 ? 1 : 2 * start);
        }
    });
}
