using PublicApiGenerator;

namespace TrustedPublishing.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task IsWhatWasAgreed() =>
        Verifier.Verify(typeof(PackageIndex).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
