using System.IO.Compression;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>The wheel of a .NET project without <c>pyproject.toml</c> has the metadata of its NuGet package.</summary>
public sealed class MetadataFromMSBuild
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <LangVersion>latest</LangVersion>
            <PackageId>Many.Frameworks</PackageId>
            <Version>1.0.0-beta-1+sha.5a1f</Version>
            <Authors>Ada Lovelace;
              Grace &quot;Amazing&quot; Hopper</Authors>
            <Description>
              Greets &lt;everybody&gt;,
              in two lines &amp; with a "quotation" and a back\slash.
            </Description>
            <PackageLicenseFile>legal\EULA.txt</PackageLicenseFile>
            <PackageTags>one;two
              three</PackageTags>
            <RepositoryUrl>git@github.com:octo-org/many.git</RepositoryUrl>
            <PackageProjectUrl>not an address</PackageProjectUrl>
          </PropertyGroup>
          <ItemGroup><None Include="../EULA.txt" Pack="true" PackagePath="legal/" /></ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task ComesFromItsProperties()
    {
        using var copy = new SampleCopy("both");
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, "src", "both.csproj"), Project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, "src", "Program.cs"), "System.Console.WriteLine(\"Hello\");\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, "EULA.txt"), "Do as you like.\n", TestContext.Current.CancellationToken);

        await copy.RunAsync("PackingATool", ["Pack", "--runtime-identifiers", "any"], new Dictionary<string, string> { ["SAMPLE_DEPLOYMENT"] = "FrameworkDependent" });

        var wheel = Assert.Single(copy.Wheels);
        Assert.Equal("many_frameworks-1.0.0b1-py3-none-any.whl", Path.GetFileName(wheel));
        await using var archive = await ZipFile.OpenReadAsync(wheel, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await archive.GetEntry("many_frameworks-1.0.0b1.dist-info/METADATA")!.OpenAsync(TestContext.Current.CancellationToken));
        var fields = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\n\n")[0].Split('\n');
        Assert.Contains("Name: Many.Frameworks", fields);
        Assert.Contains("Summary: Greets <everybody>, in two lines & with a \"quotation\" and a back\\slash.", fields);
        Assert.Contains("Author: Ada Lovelace, Grace \"Amazing\" Hopper", fields);
        Assert.Contains("Keywords: one,two,three", fields);
        Assert.Contains("License-File: EULA.txt", fields);
        Assert.Equal("Project-URL: Repository, https://github.com/octo-org/many", Assert.Single(fields, field => field.StartsWith("Project-URL", StringComparison.Ordinal)));
        Assert.NotNull(archive.GetEntry("many_frameworks-1.0.0b1.dist-info/licenses/EULA.txt"));
    }
}
