using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Tests.Conversations;

/// <summary>
/// CI system and index in one server, which responds as they do, or with anything: random bytes, another status, truncated or damaged text, a
/// connection that is closed at any point, or no response at all. Its behaviour depends only on the seed, as long as requests are sequential.
/// </summary>
internal sealed partial class FuzzedIndex : IAsyncDisposable
{
    private static readonly string[] Locations = ["//", "///x", "//[::1", "http://[", "/simple/greeter/", "/simple/greeter/?", "http://127.0.0.1:1/", "https://localhost/x", "\\\\x", "/%zz", "javascript:x", new('a', 9000)];
    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "1e999", "\\ud800", "\0", "<html>", "<a href=\"", "\">", "</a>", "<!--", "greeter-1.0-cp38-none-any.whl", "#sha256=", "\"files\":[", "\"filename\":", "\"url\":",
        "\"hashes\":{", "\"sha256\":\"", "\"token\":", "\"expires\":", "\"success\":", "\"audience\":", "\"value\":", "\"message\":", "\"errors\":", "\"meta\":{\"api-version\":\"9.0\"}", "é", "\U0001F600", "eyJ", ".", "\r\n",
    ];

    private readonly Random random;
    private readonly ImpatientTime time;
    private readonly RawServer server;
    private readonly Dictionary<string, string> stored = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly double share;

    public FuzzedIndex(int seed, ImpatientTime time)
    {
        (random, this.time) = (new(seed), time);
        share = random.Next(1, 9) / 10.0;
        server = new(ServeAsync);
    }

    public Uri Url => server.Url;

    /// <summary>The requests and their responses.</summary>
    public List<string> Conversation { get; } = [];

    /// <summary>Names of files that it claims to have stored.</summary>
    public IReadOnlyCollection<string> Accepted
    {
        get
        {
            lock (gate)
            {
                return [.. stored.Keys];
            }
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(RawRequest request, Stream stream, CancellationToken cancellationToken)
    {
        byte[] answer;
        bool hangs;
        lock (gate)
        {
            var proper = Proper(request);
            (var what, answer, hangs) = random.NextDouble() < share ? Wrong(proper) : ("answered", proper, false);
            Conversation.Add($"{request.Method} {request.Path}: {what}");
        }

        await stream.WriteAsync(answer, cancellationToken);
        if (hangs)
        {
            time.Advance(TimeSpan.FromMinutes(20)); // no deadline is longer
        }
    }

    private byte[] Proper(RawRequest request) => request.Path.Split('?')[0] switch
    {
        "/token" => Json($$"""{"value":"{{Jwt.Of(Jwt.GitHubClaims(expires: Ends(5)).With("jti", $"identity-{random.Next()}"))}}"}"""),
        "/_/oidc/audience" => Json("""{"audience":"pypi"}"""),
        "/_/oidc/mint-token" => Json($$"""{"success":true,"token":"pypi-{{random.Next()}}","expires":{{Ends(15)}}}"""),
        "/_/oidc/burn-token" => RawServer.Answer("202 Accepted", ""),
        "/legacy/" => Store(request.Text),
        "/simple/greeter/" => RawServer.Answer("200 OK", $$"""{"meta":{"api-version":"1.1"},"name":"greeter","files":[{{string.Join(',', stored.Select(file => $$"""{"filename":"{{file.Key}}","url":"/files/{{file.Key}}","hashes":{"sha256":"{{file.Value}}"} }"""))}}]}""", "Content-Type: application/vnd.pypi.simple.v1+json"),
        _ => RawServer.Answer("404 Not Found", ""),
    };

    private byte[] Store(string form)
    {
        stored[FileName().Match(form).Groups["value"].Value] = Digest().Match(form).Groups["value"].Value;
        return RawServer.Answer("200 OK", "");
    }

    private (string What, byte[] Answer, bool Hangs) Wrong(byte[] proper)
    {
        switch (random.Next(12))
        {
            case 0:
                return ("random bytes", Bytes(random.Next(2000)), false);
            case 1:
                return ("closed", [], false);
            case 2:
                return ("cut", proper[..random.Next(proper.Length)], false);
            case 3:
                return ("hangs", proper[..random.Next(proper.Length)], true);
            case 4:
                return ("damaged", Damaged(proper), false);
            case 5:
                return ("a head of random lines", [.. "HTTP/1.1 200 OK\r\n"u8, .. Bytes(random.Next(500)), .. "\r\n\r\n"u8, .. Bytes(50)], false);
            case 6:
                return ("a redirect", RawServer.Answer($"{random.Next(300, 309)} Moved", Text(), $"Location: {Pick(Locations)}"), false);
            case 7:
                return ("pieces", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{random.Next():x}\r\n"), .. Bytes(random.Next(200))], false);
            case 8:
                return ("compressed", Compressed(), false);
            case 9:
                return ("later", RawServer.Answer($"{Pick("429", "503", "408")} Later", Text(), $"Retry-After: {Pick("0", "-1", "1", "99999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "x")}"), false);
            case 10:
                return ("a text", RawServer.Answer("200 OK", Text(), $"Content-Type: {Pick("application/json", "text/html", "application/vnd.pypi.simple.v1+json", "x", "text/html; charset=utf-99")}"), false);
            default:
                return ("another status", RawServer.Answer($"{random.Next(200, 600)} {Pick("OK", "", "##[x]", "é")}", Text(), $"Content-Type: {Pick("application/json", "text/html")}"), false);
        }
    }

    private byte[] Damaged(byte[] proper)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            proper[random.Next(proper.Length)] = (byte)random.Next(256);
        }

        return proper;
    }

    private byte[] Compressed()
    {
        using var body = new MemoryStream();
        using (var zip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(Text()));
        }

        var cut = body.ToArray()[..random.Next((int)body.Length + 1)];
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {Pick("gzip", "br", "deflate", "gzip, gzip")}\r\nContent-Length: {cut.Length}\r\n\r\n"), .. cut];
    }

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pick(Fragments)));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    private long Ends(int minutes) => (time.GetUtcNow() + TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds();

    private static byte[] Json(string body) => RawServer.Answer("200 OK", body, "Content-Type: application/json");

    [GeneratedRegex("""filename="?(?<value>[^";\r\n]+)""")]
    private static partial Regex FileName();

    [GeneratedRegex("""name="?sha256_digest"?\r\n(?:[^\r\n]+\r\n)*\r\n(?<value>[0-9a-f]{64})""")]
    private static partial Regex Digest();
}
