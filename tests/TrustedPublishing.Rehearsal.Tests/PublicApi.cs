using PublicApiGenerator;

namespace TrustedPublishing.Rehearsal.Tests;

public sealed class PublicApi
{
    [Fact]
    public Task HasNotChanged() => Verifier.Verify(typeof(RehearsalIndex).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }));
}
