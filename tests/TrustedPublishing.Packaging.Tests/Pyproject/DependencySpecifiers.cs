using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class DependencySpecifiers
{
    [Theory]
    [InlineData("requests", "requests; extra == 'cli'")]
    [InlineData("requests[socks] >= 2, < 3", "requests[socks] >= 2, < 3; extra == 'cli'")]
    [InlineData("requests; python_version < '3'", "requests; python_version < '3' and extra == 'cli'")]
    [InlineData("requests; python_version < '3' or os_name == 'nt'", "requests; (python_version < '3' or os_name == 'nt') and extra == 'cli'")]
    [InlineData("requests; (python_version < '3' or os_name == 'nt') and sys_platform != 'or'", "requests; ((python_version < '3' or os_name == 'nt') and sys_platform != 'or') and extra == 'cli'")]
    public void KeepTheirMarkerWhenAnExtraIsAdded(string text, string expected)
    {
        Assert.True(Requirement.TryParse(text, out var requirement, out _));
        Assert.Equal(expected, requirement.WithExtra("cli"));
    }

    [Theory]
    [InlineData("A.B-c_d")]
    [InlineData("a[]")]
    [InlineData("a [x,y]")]
    [InlineData("a(>=1)")]
    [InlineData("a ~=1.0,!=1.5.*,===anything")]
    [InlineData("a; 'linux' in sys_platform")]
    [InlineData("a; sys_platform not in 'win32 cygwin'")]
    [InlineData("a; ((python_version>='3'))and(os_name==\"x\")")]
    public void AreAccepted(string text) => Assert.True(Requirement.TryParse(text, out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a b")]
    [InlineData("a[x")]
    [InlineData("a[x,]")]
    [InlineData("a>=")]
    [InlineData("a>=1.*")]
    [InlineData("a~=1")]
    [InlineData("a;")]
    [InlineData("a; python_version")]
    [InlineData("a; python_version < 3")]
    [InlineData("a; (python_version < '3'")]
    [InlineData("a; python_version < '3' and")]
    [InlineData("a; python_version < '3' # why")]
    public void AreRefused(string text) => Assert.False(Requirement.TryParse(text, out _, out _));
}
