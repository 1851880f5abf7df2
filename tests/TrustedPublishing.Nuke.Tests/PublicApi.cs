using PublicApiGenerator;

namespace TrustedPublishing.Nuke.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task HasNotChanged() =>
        Verifier.Verify(typeof(IPublishDistributions).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
