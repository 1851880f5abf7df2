using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

public sealed class ParametersInFiles : BuildTest
{
    private const string Build = "ParameterBuild";

    [Fact]
    public void AreReadFromTheDefaultFile()
    {
        Parameters("""{ "Greeting": "file", "Level": 4, "Names": ["a", "b"], "Fast": true, "DemoAttempts": 8 }""");

        var outcome = Succeed(Build);

        Assert.Equal("file", outcome.Value("Greeting"));
        Assert.Equal("4", outcome.Value("Level"));
        Assert.Equal("a|b", outcome.Value("Names"));
        Assert.Equal("True", outcome.Value("Fast"));
        Assert.Equal("8", outcome.Value("Attempts"));
    }

    [Fact]
    public void MatchTheExactNameOnly()
    {
        Parameters("""{ "greeting": "file" }""");

        Assert.Equal("hello", Succeed(Build).Value("Greeting"));
    }

    [Fact]
    public void AllowPathsRelativeToTheRootDirectory()
    {
        Parameters("""{ "Folder": "x" }""");

        var outcome = Workspace.RunIn(Workspace.Directories("below"), Build);

        Assert.Equal(Path.Combine(outcome.Value("Root"), "x"), outcome.Value("Folder"));
    }

    [Fact]
    public void ComeFromProfilesOfWhichTheLastWins()
    {
        Parameters("""{ "Greeting": "default", "Level": 2 }""");
        Workspace.Write("""{ "Greeting": "one" }""", ".nuke", "parameters.one.json");
        Workspace.Write("""{ "Greeting": "two" }""", ".nuke", "parameters.two.json");

        var outcome = Succeed(Build, "--profile", "one", "two");

        Assert.Equal("two", outcome.Value("Greeting"));
        Assert.Equal("2", outcome.Value("Level"));
        Assert.Equal("one|two", outcome.Value("Profiles"));
    }

    [Fact]
    public void FailTheBuildWhenAProfileIsMissing()
    {
        var outcome = Run(Build, "--profile", "nowhere");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Expected file to exist: ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AreDecryptedWhenTheyAreSecrets()
    {
        Parameters($$"""{ "Password": "{{Encrypt("the secret", "a password")}}" }""");
        Workspace.Environment["PARAMS_KEY"] = "a password";

        Assert.Equal("the secret", Succeed(Build).Value("Password"));
    }

    [Fact]
    public void AreDecryptedWithTheKeyOfTheirProfile()
    {
        Workspace.Write($$"""{ "Password": "{{Encrypt("the secret", "another")}}" }""", ".nuke", "parameters.ci.json");
        Workspace.Environment["PARAMS_CI_KEY"] = "another";

        Assert.Equal("the secret", Succeed(Build, "--profile", "ci").Value("Password"));
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("v1:AAAAAAAAAAAAAAAAAAAAAA==")]
    public void AreNullWithAWarningWhenASecretCannotBeDecrypted(string value)
    {
        Parameters($$"""{ "Password": "{{value}}" }""");
        Workspace.Environment["PARAMS_KEY"] = "a password";

        var outcome = Succeed(Build);

        Assert.Equal("<null>", outcome.Value("Password"));
        Assert.Contains("Could not decrypt 'Password' with provided password", outcome.Output, StringComparison.Ordinal);
    }

    private void Parameters(string json) => Workspace.Write(json, ".nuke", "parameters.json");

    // NUKE's format: "v1:", base64 of AES-CBC, key and IV from PBKDF2 with a fixed salt
    private static string Encrypt(string text, string password)
    {
        var material = Rfc2898DeriveBytes.Pbkdf2(password, "Ivan Medvedev"u8, 10_000, HashAlgorithmName.SHA256, 48);
        using var aes = Aes.Create();
        aes.Key = material[..32];
        return $"v1:{Convert.ToBase64String(aes.EncryptCbc(Encoding.UTF8.GetBytes(text), material[32..]))}";
    }
}
