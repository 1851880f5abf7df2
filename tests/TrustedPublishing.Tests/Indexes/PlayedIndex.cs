using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>An index of any kind under its own address, over TLS: reached through <see cref="Tunnel"/>, it responds according to a dialect.</summary>
internal sealed class PlayedIndex : IAsyncDisposable
{
    public const string Token = "s3cret-t0ken";

    private readonly PlayedDialect dialect;
    private readonly WebApplication application;
    private readonly Tunnel tunnel;
    private readonly ConcurrentQueue<PlayedRequest> requests = new();

    private PlayedIndex(PlayedDialect dialect, X509Certificate2 certificate)
    {
        this.dialect = dialect;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.Configure<KestrelServerOptions>(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        application = builder.Build();
        application.Run(HandleAsync);
        application.StartAsync().GetAwaiter().GetResult();
        tunnel = new(new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);
    }

    public static PlayedIndex Start(PlayedDialect dialect, X509Certificate2 certificate) => new(dialect, certificate);

    /// <summary>Its files by name.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Files that it lists but does not have, each at an absolute address.</summary>
    public ConcurrentDictionary<string, (string Url, byte[] Content)> Listed { get; } = new();

    /// <summary>Responses that override the dialect's: to an upload, or to a request for a page.</summary>
    public Func<HttpRequest, PlayedAnswer?> Instead { get; set; } = _ => null;

    /// <summary>Whether accepted uploads are stored.</summary>
    public bool Stores { get; set; } = true;

    /// <summary>Whether pages list stored files.</summary>
    public bool Lists { get; set; } = true;

    public IReadOnlyList<PlayedRequest> Requests => [.. requests];

    public IEnumerable<PlayedRequest> Uploads => Requests.Where(request => request.Method == "POST");

    /// <summary>The environment in which every address is routed here.</summary>
    public (string Name, string Value)[] Environment => [("HTTPS_PROXY", $"http://127.0.0.1:{tunnel.Port}")];

    public async ValueTask DisposeAsync()
    {
        await tunnel.DisposeAsync();
        await application.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var url = $"https://{context.Request.Host}{context.Request.Path}";
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
        requests.Enqueue(new(context.Request.Method, url, form?.ToDictionary(field => field.Key, field => field.Value.ToString()) ?? [], form?.Files.SingleOrDefault()?.FileName));
        if (dialect.Header is { } header)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        if (Instead(context.Request) is { } answer)
        {
            await WriteAsync(context, answer);
        }
        else if (!IsAuthorized(context.Request))
        {
            await WriteAsync(context, dialect.Unauthorized);
        }
        else if (context.Request.Method == "POST" && url == dialect.Upload)
        {
            await WriteAsync(context, await StoreAsync(form!.Files.Single()));
        }
        else if (url.StartsWith(dialect.Simple, StringComparison.Ordinal) && url.EndsWith('/'))
        {
            await ListAsync(context, url[dialect.Simple.Length..^1]);
        }
        else
        {
            await ServeAsync(context, Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]));
        }
    }

    private bool IsAuthorized(HttpRequest request) => request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var basic]
        && Encoding.UTF8.GetString(Convert.FromBase64String(basic)).Split(':') is [var user, Token] && (dialect.User is null || dialect.User == user);

    private async Task<PlayedAnswer> StoreAsync(IFormFile file)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return Stores && !Files.TryAdd(file.FileName, content.ToArray()) ? dialect.Taken : dialect.Stored;
    }

    private async Task ListAsync(HttpContext context, string project)
    {
        (string Name, string Url, byte[] Content)[] files =
        [
            .. Lists ? Files.Select(file => (file.Key, $"{dialect.Files}{file.Key}", file.Value)) : [],
            .. Listed.Select(file => (file.Key, file.Value.Url, file.Value.Content)),
        ];
        if (files.Length == 0)
        {
            context.Response.StatusCode = dialect.Fallback is null ? 404 : 302;
            context.Response.Headers.Location = dialect.Fallback is { } fallback ? $"{fallback}{project}/" : default;
            return;
        }

        await WriteAsync(context, dialect.Json ? Json(files) : Html(files));
    }

    private PlayedAnswer Html((string Name, string Url, byte[] Content)[] files) => new(
        HttpStatusCode.OK,
        $"<!DOCTYPE html><html><body>{string.Concat(files.Select(file => $"<a href=\"{file.Url}{(dialect.Digest.Length == 0 ? "" : $"#{dialect.Digest}={Digest(file.Content)}")}\">{file.Name}</a><br/>"))}</body></html>",
        "text/html");

    private PlayedAnswer Json((string Name, string Url, byte[] Content)[] files) => new(
        HttpStatusCode.OK,
        new JsonObject
        {
            ["meta"] = new JsonObject { ["api-version"] = "1.0" },
            ["name"] = "greeter",
            ["files"] = new JsonArray([.. files.Select(file => new JsonObject
            {
                ["filename"] = file.Name, ["url"] = file.Url, ["hashes"] = dialect.Digest.Length == 0 ? new JsonObject() : new JsonObject { [dialect.Digest] = Digest(file.Content) },
            })]),
        }.ToJsonString(),
        "application/vnd.pypi.simple.v1+json");

    private string Digest(byte[] content) => dialect.Digest == "md5" ? OldDigest.Md5(content) : Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task ServeAsync(HttpContext context, string name)
    {
        if (Files.TryGetValue(name, out var content))
        {
            await context.Response.Body.WriteAsync(content);
            return;
        }

        context.Response.StatusCode = 404;
    }

    private static async Task WriteAsync(HttpContext context, PlayedAnswer answer)
    {
        context.Response.StatusCode = (int)answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.Status != HttpStatusCode.NoContent)
        {
            await context.Response.WriteAsync(answer.Body);
        }
    }
}

/// <summary>A request received by a simulated index.</summary>
internal sealed record PlayedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Fields, string? FileName);
