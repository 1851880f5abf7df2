namespace TrustedPublishing.Rehearsal.Tests.Uploading;

public sealed class Credentials
{
    private const string Unknown = "Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer pypi-unknown")]
    [InlineData("Digest x")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    public async Task AreRequired(string? authorization)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await UploadAsync(bench, authorization);

        Assert.Equal((403, Unknown), (reply.Status, reply.Reason));
        Assert.DoesNotContain("WWW-Authenticate", reply.Headers.Keys);
    }

    [Fact]
    public async Task CanNoLongerBeAPassword()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await UploadAsync(bench, Bench.Basic("alice", "secret"));

        Assert.Equal(403, reply.Status);
        Assert.StartsWith("Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead. ", reply.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bearer {0}")]
    [InlineData("Token {0}")]
    [InlineData("Bearer {0}")]
    public async Task MayBeBearerTokens(string form)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(200, (await UploadAsync(bench, string.Format(System.Globalization.CultureInfo.InvariantCulture, form, await bench.TokenAsync()))).Status);
    }

    [Fact]
    public async Task MayHaveAnExtraSpaceInBasic()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(200, (await UploadAsync(bench, Bench.Basic("__token__", $" {await bench.TokenAsync()}\n"))).Status);
    }

    [Fact]
    public async Task OfAPublisherAreForItsProjectsOnly()
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("other");

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel("other"));

        const string Reasons = "OIDC scoped token is not valid for project 'other', project-scoped token is not valid for project: 'other'";
        Assert.Equal((403, $"Invalid API Token: {Reasons}, {Reasons}"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task ThatExpiredAreNotTheFirstErrorForAnUnknownProject()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        bench.Time.Advance(TimeSpan.FromHours(1));

        var reply = await bench.UploadAsync(token, Sample.Wheel("unknown"));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Non-user identities cannot create new projects. ", reply.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAUserNeedARole()
    {
        await using var bench = await Bench.StartAsync(new() { UsersWithoutVerifiedEmail = ["bob"] });

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("bob").Reveal(), Sample.Wheel());

        Assert.Equal((403, "The user 'bob' isn't allowed to upload to project 'greeter'. See https://pypi.org/help/#project-name for more information."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task OfAUserMayCreateAProject()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(200, (await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel("brand-new"))).Status);
    }

    [Fact]
    public async Task OfAUserForOneProjectCreateNothing()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("owner", "greeter").Reveal(), Sample.Wheel("brand-new"));

        const string Reason = "project-scoped token is not valid for project: 'brand-new'";
        Assert.Equal((403, $"Invalid API Token: {Reason}, {Reason}, {Reason}, {Reason}"), (reply.Status, reply.Reason));
        Assert.Equal(404, (await bench.GetAsync("/simple/brand-new/")).Status);
    }

    [Theory]
    [InlineData("email", "User 'owner', associated with the API token used, does not have a verified primary email address. Please add a verified primary email before attempting to upload to PyPI. See https://pypi.org/help/#verified-email for more information.")]
    [InlineData("factor", "User 'owner', associated with the API token used, does not have two-factor authentication enabled. Please enable two-factor authentication before attempting to upload to PyPI. See https://pypi.org/help/#two-factor-authentication for more information.")]
    public async Task OfAUserNeedACompleteAccount(string lack, string text)
    {
        await using var bench = await Bench.StartAsync(new() { UsersWithoutVerifiedEmail = lack == "email" ? ["owner"] : [], UsersWithoutTwoFactor = lack == "factor" ? ["owner"] : [] });
        var token = bench.Index.AddUserToken("owner").Reveal();

        var (known, unknown) = (await bench.UploadAsync(token, Sample.Wheel()), await bench.UploadAsync(token, Sample.Wheel("brand-new")));

        Assert.Equal((403, text), (known.Status, known.Reason));
        Assert.Equal((403, text), (unknown.Status, unknown.Reason));
        Assert.Equal(404, (await bench.GetAsync("/simple/brand-new/")).Status);
    }

    [Theory]
    [InlineData(nameof(RehearsalProjectStatus.Active), 200, 200)]
    [InlineData(nameof(RehearsalProjectStatus.Archived), 403, 403)]
    [InlineData(nameof(RehearsalProjectStatus.Quarantined), 403, 200)]
    public async Task DependOnTheProjectsStatus(string status, int publisher, int user)
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("greeter").SetStatus(Enum.Parse<RehearsalProjectStatus>(status));

        Assert.Equal(publisher, (await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel())).Status);
        Assert.Equal(user, (await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), Sample.Sdist())).Status);
    }

    [Fact]
    public async Task DoNotMatterDuringMaintenance()
    {
        await using var bench = await Bench.StartAsync(new() { ReadOnly = true });

        var reply = await UploadAsync(bench, null);

        Assert.Equal((403, "Read-only mode: Uploads are temporarily disabled."), (reply.Status, reply.Reason));
    }

    private static Task<Reply> UploadAsync(Bench bench, string? authorization)
    {
        var wheel = Sample.Wheel();
        return bench.SendAsync(
            HttpMethod.Post, "/legacy/", RawForm.Of(wheel.Fields()).File(wheel.FileName, wheel.Content).ToContent(), authorization is null ? [] : [("Authorization", authorization)]);
    }
}
