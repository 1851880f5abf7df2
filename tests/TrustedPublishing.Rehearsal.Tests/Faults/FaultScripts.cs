namespace TrustedPublishing.Rehearsal.Tests.Faults;

public sealed class FaultScripts
{
    [Fact]
    public void DescribeFaults()
    {
        var faults = RehearsalFaults.Parse("""
            # a comment

            mint 1..2 status 503 retry-after 2s
            upload *.whl 1 cut after   # and another
            upload 3.. delay 250ms slow 1m
            simple stale 30s
            simple 1 truncate 20
            identity 2 rotate-key
            audience garbage
            upload status 413 early
            token-life 60s
            clock-skew -90s
            """);

        Assert.Equal(
            [
                new() { Route = RehearsalRoute.Mint, LastAttempt = 2, Status = 503, RetryAfter = TimeSpan.FromSeconds(2) },
                new() { Route = RehearsalRoute.Upload, File = "*.whl", LastAttempt = 1, Cut = RehearsalCut.AfterCommit },
                new() { Route = RehearsalRoute.Upload, FirstAttempt = 3, Delay = TimeSpan.FromMilliseconds(250), SlowBy = TimeSpan.FromMinutes(1) },
                new() { Route = RehearsalRoute.Simple, Stale = TimeSpan.FromSeconds(30) },
                new() { Route = RehearsalRoute.Simple, LastAttempt = 1, TruncateAt = 20 },
                new() { Route = RehearsalRoute.Identity, FirstAttempt = 2, LastAttempt = 2, RotateKey = true },
                new() { Route = RehearsalRoute.Audience, Garbage = true },
                new RehearsalFault { Route = RehearsalRoute.Upload, Status = 413, Early = true },
            ],
            faults.Faults);
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(-90)), (faults.TokenLife, faults.ClockSkew));
    }

    [Fact]
    public Task ReportInvalidLines() => Verifier.Verify(Assert.Throws<FormatException>(() => RehearsalFaults.Parse("""
        uplod status 500
        1 status 500
        upload
        upload *.whl
        upload status
        upload status 99
        upload status x
        upload explode
        upload 0 status 500
        upload 3..1 status 500
        upload 1..2..3 status 500
        mint *.whl status 500
        mint delay 5
        mint delay -5s
        mint delay 5h
        mint cut sometimes
        mint stale 5s
        upload rotate-key
        upload retry-after 5s
        upload *.whl status 500 early
        token-life 60s more
        """)).Message);

    [Fact]
    public void MayBeEmpty() => Assert.Equal(RehearsalFaults.None, RehearsalFaults.Parse("\n# nothing\n"));
}
