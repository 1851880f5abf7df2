using TrustedPublishing.Distributions;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>
/// The rows for names of new projects, over HTTP: by a user's upload, and by a pending publisher. A name that does not match the pattern is rejected
/// earlier, by the form and by the registration.
/// </summary>
public sealed class NamesOfNewProjects(SharedBench bench) : IClassFixture<SharedBench>
{
    public static TheoryData<string> Names { get; } = [.. ProjectNameRows.All.Select(row => row.Name).Where(ProjectName.IsValid)];

    [Theory, MemberData(nameof(Names))]
    public async Task GetPyPIsResponse(string name)
    {
        var refusal = ProjectNameRows.All.Single(row => row.Name == name).Refusal;

        var reply = await bench.Shared.UploadAsync(bench.Shared.Index.AddUserToken("alice").Reveal(), Sample.Sdist(name));
        var minted = await PendAsync(refusal is null ? $"{name}-pending" : name);

        Assert.Equal((refusal is null ? 200 : 400, refusal ?? "OK"), (reply.Status, reply.Reason));
        Assert.Equal(refusal is null ? 200 : 422, minted.Status);
        Assert.True(refusal is null || minted.MintError() == $"invalid-payload: {refusal}", minted.Body);
    }

    private async Task<Reply> PendAsync(string name)
    {
        bench.Shared.Index.Register(Bench.Publisher with { Repository = $"of-{name}", AddedBy = name, Projects = [], PendingProject = name });
        return await bench.Shared.MintAsync(await bench.Shared.IdentityAsync(new() { Repository = $"of-{name}" }));
    }
}
