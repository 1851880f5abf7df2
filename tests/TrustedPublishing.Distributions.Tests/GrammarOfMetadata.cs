using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Versions, specifiers, requirements and licences as parsed and written by the packaging library.</summary>
public class GrammarOfMetadata
{
    [Theory]
    [InlineData("v1.0", "1.0")]
    [InlineData("1.0-1", "1.0.post1")]
    [InlineData("1.02.3", "1.2.3")]
    [InlineData("1.0.alpha1", "1.0a1")]
    [InlineData("1.0-rc.1", "1.0rc1")]
    [InlineData("2024.01.05", "2024.1.5")]
    [InlineData("1.0.dev", "1.0.dev0")]
    [InlineData("1!1.0a-.post", "1!1.0a0.post0")]
    [InlineData(" 1.0+Ubuntu-01 ", "1.0+ubuntu.1")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("", null)]
    [InlineData("1.0..1", null)]
    [InlineData("1.0+", null)]
    [InlineData("１.0", null)]
    public void NormalisesVersions(string text, string? normal) =>
        Assert.Equal(normal, PythonVersion.TryParse(text, out var version) ? version.ToString() : null);

    [Fact]
    public void OrdersVersions()
    {
        string[] ordered = ["1.0.dev1", "1.0a1.dev1", "1.0a1", "1.0a1.post1", "1.0b2", "1.0rc1", "1.0", "1.0+abc", "1.0+5", "1.0.post1.dev1", "1.0.post1", "1.1", "1!0.1"];
        PythonVersion[] versions = [.. ordered.Reverse().Select(text => PythonVersion.TryParse(text, out var version) ? version : null!)];
        Assert.Equal(ordered, versions.Order().Select(version => version.ToString()));
    }

    [Theory]
    [InlineData(">=3.8, <4 ,>=3.8", "<4,>=3.8")]
    [InlineData("==1.0.*,!=1.0+local", "!=1.0+local,==1.0.*")]
    [InlineData("===anything at", null)]
    [InlineData("===anything", "===anything")]
    [InlineData("~=1", null)]
    [InlineData(">=1.0.*", null)]
    [InlineData("<1.0+local", null)]
    [InlineData("1.0", null)]
    [InlineData("", "")]
    public void NormalisesSpecifiers(string text, string? normal) =>
        Assert.Equal(normal, VersionSpecifiers.TryParse(text, out var specifiers) ? specifiers.ToString() : null);

    [Theory]
    [InlineData("Foo.Bar", "Foo.Bar")]
    [InlineData("foo [b,a] ( >=1 , <2 )", "foo[a,b]<2,>=1")]
    [InlineData("foo@https://x.example/a.whl;os.name=='nt'", "foo @ https://x.example/a.whl;os.name=='nt'")]
    [InlineData("foo @ https://x.example/a.whl ; os.name=='nt'", "foo @ https://x.example/a.whl ; os_name == \"nt\"")]
    [InlineData("foo; (python_version<'3' or extra=='A_b') and 'x' not  in platform_machine", "foo; (python_version < \"3\" or extra == \"A_b\") and \"x\" not in platform_machine")]
    [InlineData("foo; extra == 'A_b'", "foo; extra == \"a-b\"")]
    [InlineData("foo; python_implementation == 'CPython'", "foo; platform_python_implementation == \"CPython\"")]
    [InlineData("foo[a b]", null)]
    [InlineData("foo>=1 <2", null)]
    [InlineData("foo; nonsense == '1'", null)]
    [InlineData("-foo", null)]
    public void NormalisesRequirements(string text, string? normal) =>
        Assert.Equal(normal, Requirement.TryParse(text, out var requirement, out _) ? requirement.ToString() : null);

    [Theory]
    [InlineData("foo[a b]", "Expected comma between extra names\n    foo[a b]\n          ^")]
    [InlineData("foo>=1.*", ".* suffix can only be used with `==` or `!=` operators\n    foo>=1.*\n       ~~~~^")]
    [InlineData("foo; (os_name == 'x'", "Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression\n    foo; (os_name == 'x'\n         ~~~~~~~~~~~~~~~^")]
    public void PointsAtTheError(string text, string complaint)
    {
        Assert.False(Requirement.TryParse(text, out _, out var why));
        Assert.Equal(complaint, why);
    }

    [Theory]
    [InlineData("mit or apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("gpl-2.0-only with classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("(mit)and( lgpl-2.1+ or LICENSEREF-My.Own )", "(MIT) AND (LGPL-2.1+ OR LicenseRef-My.Own)")]
    [InlineData("MIT MIT", null)]
    [InlineData("(MIT", null)]
    [InlineData("()", null)]
    [InlineData("LicenseRef-a_b", null)]
    [InlineData("MIT WITH nothing", null)]
    [InlineData("Use-it-after-midnight", null)]
    public void NormalisesLicences(string text, string? normal) =>
        Assert.Equal(normal, LicenseExpression.TryNormalize(text, out var written, out _) ? written : null);

    [Theory]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a'b\"c", "'a\\'b\"c'")]
    [InlineData("tab\t\u00a0é🐍\u200b", "'tab\\t\\xa0é🐍\\u200b'")]
    public void QuotesAsPythonDoes(string text, string literal) => Assert.Equal(literal, PythonText.Repr(text));
}
