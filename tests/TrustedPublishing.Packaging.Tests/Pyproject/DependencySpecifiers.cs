using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Tests.Pyproject;

public sealed class DependencySpecifiers
{
    [Theory]
    [InlineData("requests", "requests; extra == \"cli\"")]
    [InlineData("requests[socks] >= 2, < 3", "requests[socks]<3,>=2; extra == \"cli\"")]
    [InlineData("requests; python_version < '3'", "requests; python_version < \"3\" and extra == \"cli\"")]
    [InlineData("requests; python_version < '3' or os_name == 'nt'", "requests; (python_version < \"3\" or os_name == \"nt\") and extra == \"cli\"")]
    [InlineData("requests; (python_version < '3' or os_name == 'nt') and sys_platform != 'or'", "requests; ((python_version < \"3\" or os_name == \"nt\") and sys_platform != \"or\") and extra == \"cli\"")]
    public void KeepTheirMarkerWhenAnExtraIsAdded(string text, string expected)
    {
        Assert.True(Requirement.TryParse(text, out var requirement, out _));
        Assert.Equal(expected, DependencyReader.WithExtra(requirement, "cli").ToString());
    }
}
