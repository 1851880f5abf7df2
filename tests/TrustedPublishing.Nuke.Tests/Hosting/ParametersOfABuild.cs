using Nuke.Common;
using TrustedPublishing.Nuke.Hosting;
using Assert = Xunit.Assert;

namespace TrustedPublishing.Nuke.Tests.Hosting;

/// <summary>The parameters of a user's own components, which are not misspelled ones of these components.</summary>
public sealed class ParametersOfABuild
{
    [Fact]
    public void HaveThePrefixOfTheirComponent() => Assert.Contains("PypiMirrorUrl", BuildParameters.Names(typeof(IHazMirror)));

    [ParameterPrefix("PypiMirror")]
    private interface IHazMirror : INukeBuild
    {
        [Parameter]
        string? Url => TryGetValue(() => Url);
    }
}
