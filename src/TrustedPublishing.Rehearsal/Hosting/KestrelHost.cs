using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Runs Kestrel on the loopback address without configuration files, logging, or console output.</summary>
internal static class KestrelHost
{
    public static async Task<WebApplication> StartAsync(int port, long largestRequest, RequestDelegate handle, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.Configure<KestrelServerOptions>(options => Configure(options, port, largestRequest));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var application = builder.Build();
        application.Run(handle);
        await application.StartAsync(cancellationToken);
        return application;
    }

    public static Uri Address(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static void Configure(KestrelServerOptions options, int port, long largestRequest)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = largestRequest; // far above the index's own limit, which is checked later and has a proper error message
        options.Limits.MinRequestBodyDataRate = null; // clients may be tested with slow uploads
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxRequestHeadersTotalSize = 64 * 1024; // the upload workers accept headers of 32,760 bytes
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1; // reason phrases need HTTP/1.1
            listen.Use(StatusLine.Wrap);
        });
    }
}
