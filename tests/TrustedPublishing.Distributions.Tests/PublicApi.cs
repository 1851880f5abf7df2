using PublicApiGenerator;

namespace TrustedPublishing.Distributions.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task HasNotChanged() =>
        Verifier.Verify(typeof(Distribution).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
