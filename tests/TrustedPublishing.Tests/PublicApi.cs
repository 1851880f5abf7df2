using PublicApiGenerator;

namespace TrustedPublishing.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task HasNotChanged() =>
        Verifier.Verify(typeof(PackageIndex).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
