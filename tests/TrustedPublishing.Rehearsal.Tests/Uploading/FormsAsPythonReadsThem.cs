using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Uploading;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>
/// PyPI parses forms with webob 1.8, which uses Python's <c>cgi</c> module (removed from the standard library in 3.13): any form yields the same
/// fields.
/// </summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same forms for a number.")]
public sealed class FormsAsPythonReadsThem : IDisposable
{
    /// <summary>How webob processes the module's fields, and PyPI the result.</summary>
    private const string Script =
        """
        import base64, binascii, hashlib, io, json, re, sys, warnings
        warnings.simplefilter("ignore")
        import cgi
        encodings = {"base64": binascii.a2b_base64, "quoted-printable": binascii.a2b_qp}
        def text(field):
            charset = field.type_options.get("charset", "utf8")
            decode = (lambda value: value) if charset == "utf8" else (lambda value: value.encode("utf8").decode(charset))
            if field.filename:
                field.filename = decode(field.filename)
                return field
            encoding = field.headers.get("Content-Transfer-Encoding")
            return decode(encodings[encoding](field.value.encode("utf8")).decode("utf8") if encoding in encodings else field.value)
        def read(kind, body):
            if kind.split(";", 1)[0] not in ("", "application/x-www-form-urlencoded", "multipart/form-data"):
                return []
            charset = re.search("charset=([^;]*)", kind, re.I)
            if charset and charset.group(1).strip('"').strip().lower().replace("-", "") not in ("", "utf8"):
                raise LookupError
            environ = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body)), "QUERY_STRING": ""}
            form = cgi.FieldStorage(io.BytesIO(body), environ=environ, keep_blank_values=True, encoding="utf8")
            return [(field.name, text(field)) for field in form.list or ()]
        def judge(kind, body):
            try:
                fields = read(kind, body)
            except ValueError:
                return "invalid"
            except Exception:
                return "fails"
            last = {name: value for name, value in fields}
            for name, value in last.items():
                if isinstance(value, str) and value.strip() == "UNKNOWN":
                    fields = [field for field in fields if field[0] != name]
                if isinstance(value, str) and "\0" in value:
                    fields = [field for field in fields if field[0] != name] + [(name, value.replace("\0", "\\x00"))]
            content = dict(fields).get("content")
            whole = isinstance(content, cgi.FieldStorage) and content.file
            return dict(
                texts=sorted([name, value] for name, value in fields if isinstance(value, str) and name not in (None, "content")),
                tuples=sorted({str(name) for name, value in fields if isinstance(value, cgi.FieldStorage) and name not in ("content", "gpg_signature")}),
                unusable=any(name in ("comment", "summary") and not isinstance(value, (str, cgi.FieldStorage)) for name, value in fields),
                file=[content.filename, content.type, hashlib.sha256(content.file.read()).hexdigest()] if whole else None,
                content="content" in dict(fields))
        for form in json.load(open(sys.argv[1], encoding="utf-8")):
            print(json.dumps(judge(form["Type"], base64.b64decode(form["Body"]))))
        """;

    private static readonly string[] RequestTypes =
    [
        "multipart/form-data; boundary={}", "multipart/form-data; boundary={}", "multipart/form-data; boundary=\"{}\"", "multipart/form-data;boundary={}; charset=UTF-8",
        "multipart/form-data; charset=iso-8859-1; boundary={}", "multipart/form-data; BOUNDARY = {}", "Multipart/form-data; boundary={}", "multipart/form-data", "text/plain",
    ];

    private static readonly string[] Boundaries = ["b", "----tests-boundary", "b b", "a\"b", "(a?):=/'", "b--", new('x', 201)];

    private static readonly string[] Dispositions =
    [
        "form-data; name=\"comment\"", "form-data; name=summary", "form-data; name=\"future\"", "FORM-DATA; NAME=\"comment\"", "form-data; name=\"a;b\"", "form-data; name=\"a\\\"b;c\"; x=y",
        "form-data; name=\"comment\"; filename=\"\"", "form-data; name=\"future\"; filename=", "form-data; name=\"future\"; filename=\"x\"", "form-data; filename=\"x\"", "form-data",
        "form-data; name*=utf-8''comment", "form-data; name=\"comment\"; name=\"future\"", "form-data;\r\n name=\"comment\"", "form-data; name=\"a\r\n\tb\"", "form-data; name=\"unclosed",
        "form-data; name = \"comment\" ;", "; name=comment", "form-data; name=\"content\"; filename=\"a-1.0.tar.gz\"", "form-data; name=\"content\"; filename=\"ä.whl\"; filename*=utf-8''b.whl",
        "form-data; name=\"content\"; filename*=utf-8''b.whl", "form-data; name=\"content\"", "form-data; name=\"gpg_signature\"; filename=\"x.asc\"",
    ];

    private static readonly string[] Headers =
    [
        "", "", "", "Content-Type: text/plain\n", "Content-Type: text/plain; charset=UTF8\n", "content-type:text/plain; charset=\"latin-1\"\n", "Content-Type: text/plain; charset=ascii\n",
        "Content-Type: a/b; charset=nonsense\n", "Content-Type:\n", "Content-Type: application/octet-stream\nContent-Type: image/png\n", "Content-Length: 3\n", "no header\n", "bad name: x\n", ": x\n",
        "From here\n", "\tfolded\n", "X: y\rContent-Type: a/b\n", "Content-Type: multipart/mixed; boundary=b2\n", "Content-Type: multipart/mixed\n", "Content-Type: application/x-www-form-urlencoded\n",
        "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: base64 \n", "Content-Transfer-Encoding: quoted-printable\n", "Content-Transfer-Encoding: 8bit\n",
    ];

    private static readonly string[] Contents =
    [
        "", "text", "two\r\nlines\n", "UNKNOWN", " UNKNOWN\t", "a\0b", "w6TCoA==", "w6TC", "w6T=CoA", "w", "=C3=A4=\r\n=C2=A0", "a=", "a==b", "a=\rb\nc", "a=zz", "Gr\xfc\xdfe", "\r", "\n", "--", "--{}x", "x--{}",
        "-\r\n--{\r\n", "\xef\xbb\xbfx", "\x85\xa0", "é",
    ];

    private static readonly string[] Ends = ["--{}--\r\n", "--{}--\r\n", "--{}--", "--{}--\n", "", "--{}\r\n", "--{}-- \t\r\nepilogue", "--{}--x\r\n", "--{}--\r\n--{}\r\nContent-Disposition: form-data; name=late\r\n\r\nx\r\n"];

    private static readonly string[] Preambles = ["", "", "", "\r\n", "preamble\r\n", "--{}x\r\n", "preamble"];

    /// <summary>The index of the first generated form; a long run uses others.</summary>
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("FORMS"), CultureInfo.InvariantCulture, out var first) ? first : 0;

    private readonly TemporaryDirectory folder = new();
    private readonly IndexStore store = IndexStore.Open(null);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task YieldTheSameFields()
    {
        Form[] forms = [.. Enumerable.Range(First, 2000).Select(Make)];
        await File.WriteAllTextAsync(folder.Combine("forms.json"), JsonSerializer.Serialize(forms), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Combine("read.py"), Script, TestContext.Current.CancellationToken);
        var python = await ChildProcess.RunAsync(Peers.Find("python3"), [folder.Combine("read.py"), folder.Combine("forms.json")], cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipWhen(python.StandardError.Contains("No module named 'cgi'", StringComparison.Ordinal), "python3 has no cgi module: it was removed in 3.13, and the package legacy-cgi brings it back.");
        var expected = python.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(expected.Length == forms.Length, python.Output);

        List<string> differences = [];
        foreach (var (form, theirs) in forms.Zip(expected))
        {
            var ours = await ReadAsync(form);
            if (ours != Normalized(theirs))
            {
                differences.Add($"{form.Type}\n{Encoding.Latin1.GetString(form.Body)}\npython: {Normalized(theirs)}\nours:   {ours}\n");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {forms.Length} forms differ:\n{string.Join('\n', differences.OrderBy(difference => difference.Length).Take(8))}");
    }

    private async Task<string> ReadAsync(Form form)
    {
        using var body = new MemoryStream(form.Body);
        var http = new DefaultHttpContext { Request = { ContentType = form.Type, Body = body } };
        var reader = new UploadReader(store, long.MaxValue);
        try
        {
            var attempt = await reader.ReadAsync(http.Request, TestContext.Current.CancellationToken);
            return Normalized(JsonSerializer.Serialize(new
            {
                texts = attempt.Form.Fields.Where(field => field.Name != "content").Select(field => new[] { field.Name, field.Value }),
                tuples = attempt.FieldAsFile is not null,
                unusable = attempt.IsUnusable,
                file = attempt.Content is { } content ? new[] { content.FileName, content.ContentType, content.Sha256 } : null,
                content = attempt.Content is not null || attempt.ContentIsText,
            }));
        }
        catch (FormatException)
        {
            return "\"invalid\"";
        }
        catch (NotSupportedException)
        {
            return "\"fails\"";
        }
        finally
        {
            reader.Discard();
        }
    }

    /// <summary>On the server, chance decides which of several fields was sent as a file.</summary>
    private static string Normalized(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject result)
        {
            return json;
        }

        result["tuples"] = result["tuples"] is JsonArray { Count: > 0 } or JsonValue && result["tuples"]!.ToJsonString() != "false";
        result["texts"] = new JsonArray([.. result["texts"]!.AsArray().Select(text => text!.ToJsonString()).Order(StringComparer.Ordinal).Select(text => JsonNode.Parse(text))]);
        return result.ToJsonString();
    }

    private static Form Make(int number)
    {
        var random = new Random(number);
        var boundary = OneOf(random, Boundaries);
        var parts = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Part(random)));
        var text = $"{OneOf(random, Preambles)}{parts}{OneOf(random, Ends)}".Replace("{}", boundary, StringComparison.Ordinal);
        return new(OneOf(random, RequestTypes).Replace("{}", boundary, StringComparison.Ordinal), Encoding.Latin1.GetBytes(text));
    }

    private static string Part(Random random)
    {
        var (end, blank) = (OneOf(random, "\r\n", "\r\n", "\r\n", "\n"), OneOf(random, "", "", "", " ", "\t"));
        string Header() => OneOf(random, Headers).Replace("\n", end, StringComparison.Ordinal);
        return $"--{{}}{blank}{end}{Header()}Content-Disposition: {OneOf(random, Dispositions)}{end}{Header()}{blank}{end}{OneOf(random, Contents)}{end}";
    }

    private static string OneOf(Random random, params string[] values) => values[random.Next(values.Length)];

    private sealed record Form(string Type, byte[] Body);
}
