namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>What the index's administrators can disable.</summary>
public sealed class SwitchesOfAdministrators
{
    private const string Inactive =
        "Organization account owning this project is inactive. This may be due to inactive billing for Company Organizations, or administrator intervention for Community Organizations. Please contact support+orgs@pypi.org.";

    private const string NoNewProjects = "New project registration temporarily disabled. See https://pypi.org/help/#admin-intervention for more information.";

    [Fact]
    public async Task StopAllUploads()
    {
        await using var bench = await Bench.StartAsync(new() { UploadsDisabled = true });

        var reply = await bench.UploadAsync("unknown", Sample.Wheel());

        Assert.Equal((403, "New uploads are temporarily disabled. See https://pypi.org/help/#admin-intervention for more information."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task StopEverythingFirst()
    {
        await using var bench = await Bench.StartAsync(new() { UploadsDisabled = true, ReadOnly = true });

        Assert.Equal("Read-only mode: Uploads are temporarily disabled.", (await bench.UploadAsync("unknown", Sample.Wheel())).Reason);
    }

    [Fact]
    public async Task StopNewProjectsOnly()
    {
        await using var bench = await Bench.StartAsync(new() { NewProjectsDisabled = true });

        var refused = await bench.UploadAsync(bench.Index.AddUserToken("alice").Reveal(), Sample.Wheel("brand-new"));

        Assert.Equal((403, NoNewProjects), (refused.Status, refused.Reason));
        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel())).Status);
    }

    [Fact]
    public async Task StopPendingPublishersToo()
    {
        await using var bench = await Bench.StartAsync(new() { NewProjectsDisabled = true }, Bench.Publisher with { Projects = [], PendingProject = "brand-new" });

        Assert.Equal($"invalid-payload: {NoNewProjects}", (await bench.MintAsync(await bench.IdentityAsync())).MintError());
    }

    [Fact]
    public async Task StopProjectsOfAnOrganisation()
    {
        await using var bench = await Bench.StartAsync(new() { InactiveOrganizations = ["acme"], UsersWithoutTwoFactor = ["careless"] });
        var project = bench.Index.CreateProject("greeter");
        project.AddUploader("careless");
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());

        project.SetOrganization("acme");

        var bad = await bench.UploadAsync(token, Sample.Wheel(), new("description", " "), new("description_content_type", "text/markdown"));
        Assert.Equal((400, Inactive), (bad.Status, bad.Reason));
        Assert.Equal((400, Inactive), (await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), Sample.Sdist())) is var user ? (user.Status, user.Reason) : default);
        Assert.Equal(403, (await bench.UploadAsync(bench.Index.AddUserToken("careless").Reveal(), Sample.Sdist())).Status);
        Assert.Equal("acme", (await bench.GetAsync("/pypi/greeter/json")).Json["ownership"]!["organization"]!.GetValue<string>());
    }

    [Fact]
    public async Task StopUsers()
    {
        await using var bench = await Bench.StartAsync(new() { DisabledUsers = ["owner"] });

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), Sample.Wheel());

        Assert.Equal((403, "Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task CanRaiseTheLimitOfAProject()
    {
        await using var bench = await Bench.StartAsync(new() { MaximumProjectSize = 1 });
        var token = await bench.TokenAsync();
        var small = await bench.UploadAsync(token, Sample.Wheel());

        bench.Index.CreateProject("greeter").SetProjectLimit(1 << 20);

        Assert.Equal((400, 200), (small.Status, (await bench.UploadAsync(token, Sample.Wheel())).Status));
    }
}
