using Microsoft.Playwright;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

/// <summary>Debian's Chromium in headless mode. Its errors and navigations are recorded.</summary>
internal sealed class Browser(IPlaywright playwright, IBrowser chromium) : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>In milliseconds: a browser can be slow on a busy machine.</summary>
    private const float Patience = 180_000;

    public List<string> Complaints { get; } = [];

    public List<Uri> Requests { get; } = [];

    /// <summary>Skips the test if there is no browser.</summary>
    public static async Task<Browser> StartAsync()
    {
        var place = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        Assert.SkipUnless(File.Exists(place), "There is no Chromium on this machine: install Debian's package chromium, or set CHROMIUM to the program.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox"], Timeout = Patience }));
    }

    public async Task<IPage> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool hasScripts = true)
    {
        var page = await chromium.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = hasScripts });
        page.SetDefaultTimeout(Patience);
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
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
