using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using TrustedPublishing.Output;

namespace TrustedPublishing.Tests;

/// <summary>Text that contains secrets in any form.</summary>
public sealed class HidingSecrets
{
    private const string Token = "glpat-Zx81_kQ0-mWv7/Yt5+Rr2=aB";

    public static TheoryData<string, string> Forms => new()
    {
        { "as it is", Token },
        { "in a word", $"x{Token}y" },
        { "base64", Base64(Token) },
        { "base64 for addresses", Base64(Token).Replace('+', '-').Replace('/', '_').TrimEnd('=') },
        { "Basic", $"Basic {Base64($"__token__:{Token}")}" },
        { "Basic of another user", $"Basic {Base64($"ci:{Token}")}" },
        { "inside of longer base64", Base64($"{{\"token\":\"{Token}\",\"more\":1}}") },
        { "percent-encoded", Uri.EscapeDataString(Token) },
        { "percent-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(Token)) },
        { "each character percent-encoded", string.Concat(Token.Select(character => $"%{(int)character:x2}")) },
        { "JSON", JsonSerializer.Serialize(Token) },
        { "each character escaped as in JSON", string.Concat(Token.Select(character => $"\\u{(int)character:X4}")) },
        { "HTML", WebUtility.HtmlEncode(Token) },
        { "each character as an HTML entity", string.Concat(Token.Select(character => $"&#{(int)character};")) },
        { "over lines", string.Join("\r\n  ", Token.Chunk(3).Select(part => new string(part))) },
        { "with line breaks escaped", string.Join(@"\n", Token.Chunk(5).Select(part => new string(part))) },
        { "with invisible characters", string.Join('\u200b', Token.AsEnumerable()) },
        { "with invisible characters, percent-encoded", Uri.EscapeDataString(string.Join('\u200b', Token.AsEnumerable())) },
        { "base64 over lines, percent-encoded", Uri.EscapeDataString(string.Join("\r\n", Base64($"user:{Token}").Chunk(7).Select(part => new string(part)))) },
        { "cut at its end", Token[..^3] },
        { "cut at its beginning", Token[3..] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void LeavesNoTraceOfThem(string form, string said)
    {
        var secrets = new SecretRedaction();
        secrets.Add(new(Token));

        var shown = secrets.Redact($"before {said} after");

        Assert.True(shown.StartsWith("before ", StringComparison.Ordinal) && shown.EndsWith(" after", StringComparison.Ordinal) && shown.Contains("***", StringComparison.Ordinal), $"{form}: {shown}");
        Assert.DoesNotContain(Pieces(said), piece => shown.Contains(piece, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("abc", "abc")] // occurs everywhere
    [InlineData("hunter2", "***")]
    public void ReplacesShortOnesAsAWhole(string secret, string shown)
    {
        var secrets = new SecretRedaction();
        secrets.Add(new(secret));

        Assert.Equal($"the password {shown} hunter", secrets.Redact($"the password {secret} hunter"));
    }

    [Fact]
    public void LeavesOtherTextUnchanged()
    {
        var secrets = new SecretRedaction();
        secrets.Add(new(Token));

        Assert.Equal("100 % of C:\\new\\table & more; &amp; %41\n", secrets.Redact("100 % of C:\\new\\table & more; &amp; %41\n"));
    }

    [Fact]
    public void HidesThemInAddresses()
    {
        var secrets = new SecretRedaction();
        secrets.Add(new(Token));

        Assert.Equal("https://index.example.com/login/***", secrets.Redact(new Uri($"https://user:pass@index.example.com/login/{Uri.EscapeDataString(Token)}?a=b#c"))?.AbsoluteUri);
        Assert.Equal("https://index.example.com/a%20b", secrets.Redact(new Uri("https://index.example.com/a b"))?.AbsoluteUri);
    }

    [Fact]
    public void IncludesThoseOfTheEnvironmentAndTheOptions()
    {
        var secrets = new SecretRedaction();
        var environment = new Dictionary<string, string>
        {
            ["CI_JOB_TOKEN"] = "job-token-1", ["DEVPI_ID_TOKEN"] = "identity-1", ["https_proxy"] = "proxy.example.com", ["HTTP_PROXY"] = "http://me:proxy%20word@proxy",
        };

        secrets.AddKnown(environment, new("api-token-1"), new("pass-word-1"));

        Assert.Equal("*** *** *** *** ***", secrets.Redact("job-token-1 identity-1 api-token-1 pass-word-1 proxy+word".Replace('+', ' ')));
    }

    [Fact]
    public void NeverFails() => Gen.Select(Gen.String, Gen.OneOf(Gen.String, Gen.OneOf("%", "\\u", "&#", ";", "41", "00", "x", "\\", "%C3", Token)).Array[0, 20]).Sample((secret, parts) =>
    {
        var secrets = new SecretRedaction();
        if (Secret.From(secret) is { } value)
        {
            secrets.Add(value);
        }

        secrets.Add(new(Token));
        Assert.DoesNotContain(Token, secrets.Redact(string.Concat(parts)), StringComparison.Ordinal);
    });

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Fragments that would reveal something.</summary>
    private static IEnumerable<string> Pieces(string said) => said.Split(['\r', '\n', ' ', '\u200b'], StringSplitOptions.RemoveEmptyEntries).Where(line => line.Length >= 20).SelectMany(line => line.Chunk(16).Where(part => part.Length == 16).Select(part => new string(part)));
}
