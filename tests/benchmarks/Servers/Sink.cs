using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>Reads uploads and responds with 200 after the latency; responds with 405 to anything else.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly TimeSpan latency;
    private readonly WebApplication application;
    private long firstUpload;

    private Sink(TimeSpan latency)
    {
        this.latency = latency;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        application = builder.Build();
        application.Run(HandleAsync);
    }

    public Endpoint Endpoint =>
        new($"{application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/legacy/", "pypi-sink", new Dictionary<string, string>());

    /// <summary>When the first bytes of an upload arrived, as a <see cref="Stopwatch"/> timestamp; before that, zero.</summary>
    public long FirstUpload => Interlocked.Read(ref firstUpload);

    public static async Task<Sink> StartAsync(TimeSpan latency)
    {
        var sink = new Sink(latency);
        await sink.application.StartAsync();
        return sink;
    }

    /// <summary>Forgets the first upload.</summary>
    public void Rewind() => Interlocked.Exchange(ref firstUpload, 0);

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static void Configure(KestrelServerOptions options)
    {
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var upload = HttpMethods.IsPost(http.Request.Method);
        if (upload)
        {
            Interlocked.CompareExchange(ref firstUpload, Stopwatch.GetTimestamp(), 0);
        }

        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        await Task.Delay(latency, http.RequestAborted);
        http.Response.StatusCode = upload ? StatusCodes.Status200OK : StatusCodes.Status405MethodNotAllowed;
    }
}
