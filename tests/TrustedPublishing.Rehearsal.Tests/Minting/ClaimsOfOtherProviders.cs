using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The cases of the server's own tests of Google's and ActiveState's claims.</summary>
public sealed class ClaimsOfOtherProviders
{
    [Theory]
    [InlineData("true", null)]
    [InlineData("1", null)]
    [InlineData("false", "Check failed for required claim 'email_verified'")]
    [InlineData("\"truthy-but-not-bool\"", "Check failed for required claim 'email_verified'")]
    [InlineData("\"\"", "Check failed for required claim 'email_verified'")]
    [InlineData("null", "Missing claim 'email_verified'")]
    public void NeedAVerifiedAddressOnGoogle(string verified, string? reason) =>
        Assert.Equal(reason, Google("", new JsonObject { ["email"] = "user@example.com", ["email_verified"] = JsonNode.Parse(verified) }));

    [Theory]
    [InlineData("", null, null)]
    [InlineData("", "any", null)]
    [InlineData("set", "set", null)]
    [InlineData("set", "other", "Publisher with matching claims was not found")]
    [InlineData("set", null, "Publisher with matching claims was not found")]
    public void NeedTheSubjectOnGoogleWhenOneIsRegistered(string registered, string? subject, string? reason) =>
        Assert.Equal(reason, Google(registered, new JsonObject { ["email"] = "user@example.com", ["email_verified"] = true, ["sub"] = subject }));

    [Theory]
    [InlineData("sub", "", "Missing 'subject' claim")]
    [InlineData("sub", "Nonsense", "Invalid 'subject' claim. Wrong format")]
    [InlineData("sub", "org:fakeorg:project:other", "Invalid 'subject' claim")]
    [InlineData("sub", "org:other:project:fakeproject", "Invalid 'subject' claim")]
    [InlineData("sub", "org:fakeorg:project:fakeproject:more", null)]
    [InlineData("builder", "other", "Check failed for required claim 'builder'")]
    [InlineData("organization", "other", "Publisher with matching claims was not found")]
    [InlineData("actor_id", "other", "Publisher with matching claims was not found")]
    [InlineData("sub", null, "Missing claim 'sub'")]
    [InlineData("organization", null, "Missing claim 'organization'")]
    [InlineData("project", null, "Missing claim 'project'")]
    [InlineData("actor_id", null, "Missing claim 'actor_id'")]
    [InlineData("builder", null, "Missing claim 'builder'")]
    public void NameOrganisationProjectAndActorOnActiveState(string claim, string? value, string? reason)
    {
        var claims = new JsonObject
        {
            ["sub"] = "org:fakeorg:project:fakeproject",
            ["organization"] = "fakeorg",
            ["project"] = "fakeproject",
            ["actor_id"] = "fake",
            ["builder"] = "pypi-publisher",
        };
        claims[claim] = value;
        var publisher = new RehearsalPublisher.ActiveState { Organization = "fakeorg", Project = "fakeproject", ActorId = "fake" };

        Assert.Equal(reason, new ActiveStateProvider().Find([Row(publisher)], new(claims), _ => false).Rejection?.Reason);
    }

    private static string? Google(string subject, JsonObject claims) =>
        new GoogleProvider().Find([Row(new RehearsalPublisher.Google { Email = "user@example.com", Subject = subject })], new(claims), _ => false).Rejection?.Reason;

    private static PublisherRow Row(RehearsalPublisher publisher) => new() { Id = Guid.NewGuid(), Created = DateTimeOffset.UnixEpoch, Publisher = publisher };
}
