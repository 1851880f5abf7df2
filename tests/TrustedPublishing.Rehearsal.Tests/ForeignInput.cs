using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tests.Tokens;
using TrustedPublishing.Rehearsal.Tokens;
using TrustedPublishing.Rehearsal.Uploading;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>Properties of the index's parsers; nothing that a client sends makes them hang or throw an undocumented exception.</summary>
public sealed class ForeignInput
{
    private const int Tries = 5000;

    private static readonly Gen<string> Json = Gen.OneOf(
        Gen.OneOf("{", "}", "[", "]", ":", ",", "\"token\"", "\"iss\"", "\"kid\"", "\"\\ud800\"", "\"a\"", "null", "1e999", "{\"a\":1,\"a\":2}", "{\"kid\":\"\\ud800\"}", "{\"\\udc00\":1}", " "),
        Gen.String[Gen.Char[' ', '~'], 0, 8]).Array[0, 8].Select(string.Concat);

    private static readonly Gen<string> Words = Gen.OneOf(
        "mint", "upload", "simple", "-1", "mint,upload", "1", "2..", "*.whl", "status", "503", "retry-after", "2s", "-5m", "NaNs", "cut", "after", "early", "delay", "clock-skew", "token-life", "\n", "#", "é");

    private static readonly Gen<string> Header = Gen.OneOf(
        Gen.OneOf("form-data", ";", "name=", "filename=", "\"", "\\", "=", "charset=", "utf-8", "utf-7", "q=0.1", "*/*", "text/html", ",", " "), Gen.String[Gen.Char[' ', '~'], 0, 6]).Array[0, 10].Select(string.Concat);

    [Fact]
    public void FaultScriptsAreParsedOrRejected() => Words.Array[0, 12].Select(words => string.Join(' ', words)).Sample(
        script =>
        {
            try
            {
                Assert.All(RehearsalFaults.Parse(script).Faults, fault => Assert.True(Enum.IsDefined(fault.Route)));
            }
            catch (FormatException complaint)
            {
                Assert.Contains("line ", complaint.Message, StringComparison.Ordinal);
            }
        },
        iter: Tries);

    [Fact]
    public void MacaroonsRoundTrip() => Gen.Select(Gen.Byte.Array[1, 40], Gen.String[Gen.Char[' ', '~'], 0, 300].Array[0, 6]).Sample((key, caveats) =>
    {
        Assert.True(Macaroon.TryParse(Macaroon.Sign(key, "here", "id", caveats).ToToken(), out var read));
        Assert.Equal(("here", "id"), (read.Location, read.Identifier));
        Assert.Equal(caveats, read.Caveats);
        Assert.True(read.IsSignedWith(key));
        Assert.False(read.Narrowed("[0,1,0]").IsSignedWith([.. key, 1]));
    });

    [Fact]
    public void MacaroonsMayContainAnything() => Gen.Select(Gen.Byte.Array[0, 60], Gen.Bool).Sample(
        (bytes, isVersioned) => { _ = Macaroon.TryParse($"pypi-{System.Buffers.Text.Base64Url.EncodeToString(isVersioned ? [2, .. bytes] : bytes)}", out _); },
        iter: Tries);

    [Fact]
    public void ExchangePayloadsMayContainAnything() => Json.Sample(
        json =>
        {
            _ = MintPayload.Complaint(Encoding.UTF8.GetBytes(json), out _);
            _ = MintPayload.Complaint(Encoding.UTF8.GetBytes($"{{\"token\":{json}}}"), out _);
            _ = ForeignJson.Object(Encoding.UTF8.GetBytes(json))?["token"]?.ToJsonString();
        },
        iter: Tries);

    [Fact]
    public void IdentityTokensMayContainAnything() => Gen.Select(Json, Json).Sample(
        (header, payload) =>
        {
            foreach (var text in new[] { payload, $"{{\"iss\":{payload}}}", $"{{\"jti\":{payload},\"exp\":1e400}}" })
            {
                if (UnverifiedToken.Parse($"{Part(header)}.{Part(text)}.{Part(header)}") is { } token)
                {
                    var claims = new Claims(token.Payload);
                    _ = (claims.Text("iss"), claims.Text("jti"), claims.Has("iss"), claims.IsTrue("iss"), claims.Number("exp"), token.Header["kid"]);
                }
            }
        },
        iter: Tries);

    [Fact]
    public void PartHeadersMayContainAnything() => Gen.Select(Header, Gen.Byte.Array[0, 40], Gen.OneOf<string?>("base64", "quoted-printable", "7bit", null)).Sample(
        (header, bytes, encoding) =>
        {
            var parameters = PartHeader.Parameters(header);
            _ = AcceptHeader.Choose(header, "text/html", "application/json");
            try
            {
                _ = TextPart.Decode(bytes, encoding, parameters.GetValueOrDefault("charset"));
            }
            catch (Exception refused) when (refused is FormatException or NotSupportedException)
            {
            }
        },
        iter: Tries);

    [Fact]
    public void PartNamesMayContainAnyCharacter() => Gen.String[Gen.Char["ab;=\"\\ é"], 0, 20].Sample(name =>
    {
        var quoted = name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal(name.EndsWith('\\') ? null : name, name.EndsWith('\\') ? null : PartHeader.Parameters($"form-data; name=\"{quoted}\"; x=y")["name"]);
    });

    [Fact]
    public async Task FormsMayContainAnything()
    {
        using var store = IndexStore.Open(null);
        var part = Gen.Select(Gen.OneOf("--b\r\n", "--b--", "\r\n", "\r\n\r\n", "Content-Disposition: ", "Content-Type: ", "Content-Transfer-Encoding: base64"), Header);
        await part.Array[0, 10].Select(parts => string.Concat(parts.Select(each => each.Item1 + each.Item2))).SampleAsync(
            async body =>
            {
                var reader = new UploadReader(store, keeps: 1 << 20);
                var http = new DefaultHttpContext { Request = { ContentType = "multipart/form-data; boundary=b", Body = new MemoryStream(Encoding.UTF8.GetBytes($"--b\r\n{body}")) } };
                try
                {
                    _ = (await reader.ReadAsync(http.Request, CancellationToken.None)).Form;
                }
                catch (Exception refused) when (refused is FormatException or NotSupportedException)
                {
                }
                finally
                {
                    reader.Discard();
                }
            },
            iter: Tries);
    }

    private static string Part(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
