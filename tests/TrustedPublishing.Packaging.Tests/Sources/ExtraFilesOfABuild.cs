namespace TrustedPublishing.Packaging.Tests.Sources;

public sealed class ExtraFilesOfABuild : IDisposable
{
    private readonly PythonProject project = new();

    public ExtraFilesOfABuild() => project.Write("obj/publish/Greeter.dll", "MZ").Write("obj/publish/runtimes/x.so", "\u007FELF").Write("obj/publish/.secret", "");

    public void Dispose() => project.Dispose();

    [Fact]
    public void AreAddedToBothArchives()
    {
        var extra = (PackagingOptions options) => options with { ExtraFiles = Extra("greeter/lib/", "obj/publish") };
        Assert.Superset(new HashSet<string> { "greeter/lib/Greeter.dll", "greeter/lib/runtimes/x.so" }, project.Wheel(extra).Keys.ToHashSet());
        Assert.Superset(new HashSet<string> { "src/greeter/lib/Greeter.dll", "src/greeter/lib/runtimes/x.so" }, project.Sdist(extra).Keys.ToHashSet());
    }

    [Fact]
    public void ExcludeHiddenFiles() =>
        Assert.DoesNotContain(project.Wheel(options => options with { ExtraFiles = Extra("greeter/lib", "obj/publish") }).Keys, name => name.Contains("secret", StringComparison.Ordinal));

    [Fact]
    public void MayBeASingleFile() =>
        Assert.Equal("MZ", project.Wheel(options => options with { ExtraFiles = Extra("greeter/Core.dll", "obj/publish/Greeter.dll") })["greeter/Core.dll"]);

    [Theory]
    [InlineData("other/lib", "obj/publish", "other/lib")]
    [InlineData("greeter/../lib", "obj/publish", "greeter/../lib")]
    [InlineData("greeter/lib", "obj/missing", "greeter/lib")]
    [InlineData("greeter/__init__.py", "obj/publish/Greeter.dll", "src/greeter/__init__.py")]
    public void AreRejectedOutsideThePackageOrWithoutASource(string target, string source, string key) =>
        Assert.Equal(key, Assert.Single(project.Findings(options => options with { ExtraFiles = Extra(target, source) })).Key);

    private Dictionary<string, string> Extra(string target, string source) => new() { [target] = Path.Combine(project.Folder, source) };
}
