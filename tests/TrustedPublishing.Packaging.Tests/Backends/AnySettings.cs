using CsCheck;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Backends;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>Whatever patterns, constraints and modules contain, there is a result, and soon.</summary>
public sealed class AnySettings
{
    private static readonly Gen<string> Pattern = Gen.String[Gen.Char["ab*?[]!-^\\/.#{} \t"], 0, 40];

    private static readonly Gen<string> Path = Gen.String[Gen.Char["ab."], 1, 6].Array[1, 6].Select(names => string.Join('/', names.Select(name => $"a{name}")));

    [Fact]
    public void IsAGlob() => Gen.Select(Pattern, Path, Gen.Int[0, 31]).Sample((pattern, path, rules) => { _ = new Glob(pattern, (GlobRules)rules).IsMatch(path); }, iter: 3000);

    [Fact]
    public void IsAGlobThatMatchesItselfWhenEscaped() => Path.Sample(
        path => Assert.True(new Glob(Glob.Escape(path), GlobRules.Sets).IsMatch(path)), iter: 1000);

    [Fact]
    public void IsAGitPattern() => Gen.Select(Pattern.Array[0, 8], Path).Sample((lines, path) => { _ = new GitIgnore(lines).IsMatch(path); }, iter: 2000);

    [Fact]
    public void IsAPoetryConstraint() => Gen.String[Gen.Char["0123.*^~<>=!, |a-+v"], 0, 30].Sample(text =>
    {
        if (PoetryConstraint.Specifiers(text) is { } specifiers)
        {
            Assert.True(Distributions.Grammar.VersionSpecifiers.TryParse(specifiers, out _), $"{text} → {specifiers}");
        }
    }, iter: 5000);

    [Fact]
    public void IsAModule() => Gen.String[Gen.Char["_ab='\"\\#;:,()[] \n\trfu1."], 0, 120].Sample(text =>
    {
        var module = new PythonModule($"{text}\na = '1'\n");
        _ = (module.Docstring, module.Import("a"), module.Values("a"));
    }, iter: 3000);

    [Fact]
    public void IsAPythonExpression() => Gen.String[Gen.Char["ab()[]{}?P<>=:|*+.\\1^$"], 0, 30].Sample(pattern => { _ = PythonPattern.Find("abba = 'ab'", pattern, "1"); }, iter: 2000);
}
