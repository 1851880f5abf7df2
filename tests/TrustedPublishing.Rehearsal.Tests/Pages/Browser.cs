using Microsoft.Playwright;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

/// <summary>Debian's Chromium in headless mode, started once for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? started;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Skips the test if there is no browser.</summary>
    internal async Task<Browser> OpenAsync()
    {
        var place = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        Assert.SkipUnless(File.Exists(place), "There is no Chromium on this machine: install Debian's package chromium, or set CHROMIUM to the program.");
        playwright ??= await Playwright.CreateAsync();
        started ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox"], Timeout = (float)Patience.Limit.TotalMilliseconds });
        return new(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            await started.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>The pages that one test opens. Their errors and requests are recorded.</summary>
internal sealed class Browser(IBrowser chromium) : IAsyncDisposable
{
    private readonly List<IPage> pages = [];

    public List<string> Complaints { get; } = [];

    public List<Uri> Requests { get; } = [];

    public async Task<IPage> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool hasScripts = true)
    {
        var page = await chromium.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = hasScripts });
        pages.Add(page);
        page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(new(request.Url));
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages)
        {
            await page.CloseAsync();
        }
    }
}
