using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>
/// The cases U1 to U25 of the server's own tests, over HTTP. The rules belong to the core and are tested there; these tests check that the index
/// applies them, in the server's order and with its messages.
/// </summary>
public sealed class CheckedForms
{
    private const string Specification = "See https://packaging.python.org/specifications/core-metadata for more information.";

    /// <summary>A change <c>field=value</c> replaces a field, <c>-field</c> removes it and <c>+field=value</c> adds a value.</summary>
    [Theory]
    [InlineData("protocol_version=2", "Unknown protocol version.")]
    [InlineData("-metadata_version", $"None is not a valid metadata version. {Specification}")]
    [InlineData("metadata_version=-1", $"'-1' is not a valid metadata version. {Specification}")]
    [InlineData("metadata_version=2.6", $"'2.6' is not a valid metadata version. {Specification}")]
    [InlineData("-name", $"'' is an invalid value for Name. Error: This field is required. {Specification}")]
    [InlineData("name=foo-", $"'foo-' is an invalid value for Name. Error: Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'. {Specification}")]
    [InlineData("version=", $"'version' is a required field. {Specification}")]
    [InlineData("version=dog", $"'dog' is invalid for 'version'. {Specification}")]
    [InlineData("version=1.0.dev.a1", $"'1.0.dev.a1' is invalid for 'version'. {Specification}")]
    [InlineData("version=1.0+local", "The use of local versions in '1.0+local' is not allowed. See https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers for more information.")]
    [InlineData("-filetype", "Invalid value for filetype. Error: This field is required.")]
    [InlineData("filetype=bdist_wat", "Invalid value for filetype. Error: Use a known file type.")]
    [InlineData("filetype=bdist_dumb", "Invalid value for filetype. Error: Use a known file type.")]
    [InlineData("pyversion=", "Invalid value for pyversion. Error: Python version is required for binary distribution uploads.")]
    [InlineData("filetype=sdist", "Invalid value for pyversion. Error: Use 'source' as Python version for an sdist.")]
    [InlineData("-sha256_digest", "Error: Include at least one message digest.")]
    [InlineData("sha256_digest=abc", "Invalid value for sha256_digest. Error: Use a valid, hex-encoded, SHA256 message digest.")]
    [InlineData("summary=A\nB", $"'summary' must be a single line. {Specification}")]
    [InlineData("summary=A;+summary=B", $"'summary' has invalid data. {Specification}")]
    [InlineData("classifiers=Private :: X", $"'Private :: X' is not a valid classifier. {Specification}")]
    [InlineData("requires_dist=foo @ https://example.com/foo-1.0.tar.gz", $"Can't have direct dependency: foo @ https://example.com/foo-1.0.tar.gz. {Specification}")]
    [InlineData("home_page=irc://example.com/", $"'irc://example.com/' is not a valid url. {Specification}")]
    [InlineData("license_expression=MIT", $"license-expression introduced in metadata version 2.4, not 2.1. {Specification}")]
    public async Task AreRejectedWithTheServersMessage(string changes, string text)
    {
        var reply = await UploadAsync(changes);

        Assert.Equal((400, text), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData("author_email=Foo <>")]
    [InlineData("keywords=a,b;author=Me")]
    [InlineData("license=UNKNOWN")]
    [InlineData("project_urls=")]
    [InlineData("Description-Content-Type=nonsense")]
    [InlineData("description=# Hello;description_content_type=text/markdown")]
    public async Task AreAcceptedWhereTheServerIsLenient(string changes)
    {
        var reply = await UploadAsync(changes);

        Assert.True(reply.Status == 200, reply.ToString());
    }

    [Theory]
    [InlineData("description=.. invalid-directive::;description_content_type=text/x-rst", "The description failed to render for 'text/x-rst'.")]
    [InlineData("description=.. invalid-directive::", "The description failed to render in the default format of reStructuredText.")]
    public async Task MustRenderTheirDescription(string changes, string text)
    {
        var reply = await UploadAsync(changes);

        Assert.Equal((400, $"{text} See https://pypi.org/help/#description-content-type for more information."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task AreCheckedBeforeThePermission()
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("other");
        var wheel = Sample.Wheel("other");

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(Changed(wheel.Fields(), "version=dog")).File(wheel.FileName, wheel.Content));

        Assert.Equal((400, $"'dog' is invalid for 'version'. {Specification}"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task WithABadDescriptionAreRejectedBeforeADuplicate()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());

        var reply = await bench.UploadAsync(token, Sample.Wheel(text: "other"), new("description", "  \n"), new("description_content_type", "text/markdown"));

        Assert.StartsWith("The description failed to render for 'text/markdown'.", reply.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greeter-1.0.0.tar.gz", "Invalid file extension: Extension .tar.gz is invalid for filetype bdist_wheel. See https://www.python.org/dev/peps/pep-0527 for more information.")]
    [InlineData("greeter-1.0.0.tar.bz2", "Invalid file extension: Use .tar.gz, .whl or .zip extension. See https://www.python.org/dev/peps/pep-0527 and https://peps.python.org/pep-0715/ for more information")]
    [InlineData("greeter-1.0.0-py3-none-linux_x86_64.whl", "Binary wheel 'greeter-1.0.0-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'.")]
    [InlineData("Greeter-1.0.0-py3-none-any.whl", "Invalid distribution file. WHEEL not found at Greeter-1.0.0.dist-info/WHEEL")]
    [InlineData("/greeter-1.0.0-py3-none-any.whl", @"Cannot upload a file with '/' or '\' in the name.")]
    public async Task AreRejectedForTheFileName(string fileName, string text)
    {
        var reply = await UploadAsync("", fileName);

        Assert.Equal((400, text), (reply.Status, reply.Reason));
    }

    /// <summary>The index responds as PyPI did when the lists were taken; only the preflight takes their age into account.</summary>
    [Theory]
    [InlineData("classifiers=Framework :: Not Yet", null)]
    [InlineData("metadata_version=2.9", null)]
    [InlineData("", "greeter-1.0.0-py3-none-macosx_27_0_arm64.whl")]
    public async Task AreRejectedByTheListsForever(string changes, string? fileName)
    {
        var now = await UploadAsync(changes, fileName);
        var later = await UploadAsync(changes, fileName, new(2027, 9, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal((400, now.Reason), (later.Status, later.Reason));
        Assert.Equal(400, now.Status);
    }

    private static async Task<Reply> UploadAsync(string changes, string? fileName = null, DateTimeOffset? time = null)
    {
        await using var bench = await Bench.StartAsync(time is { } at ? new() { Time = new FakeTimeProvider(at) } : null);
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(Changed(wheel.Fields(), changes)).File(fileName ?? wheel.FileName, wheel.Content));

        Assert.Equal(reply.Status == 200 ? 1 : 0, bench.Index.Files.Count);
        return reply;
    }

    private static IEnumerable<FormField> Changed(IEnumerable<FormField> fields, string changes) =>
        changes.Split(';', StringSplitOptions.RemoveEmptyEntries).Aggregate(fields, (current, change) =>
        {
            var (name, value) = change.TrimStart('+', '-').Split('=', 2) is [var field, var text] ? (field, text) : (change[1..], null);
            var kept = change[0] == '+' ? current : current.Where(known => known.Name != name);
            return value is null ? kept : kept.Append(new(name, value));
        });
}
