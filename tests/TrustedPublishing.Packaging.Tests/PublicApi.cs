using PublicApiGenerator;

namespace TrustedPublishing.Packaging.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task HasNotChanged() =>
        Verifier.Verify(typeof(DistributionPackager).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
