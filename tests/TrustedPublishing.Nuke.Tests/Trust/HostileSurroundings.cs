using System.Text;
using System.Text.Json;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;
using TrustedPublishing.Testing.Servers;

namespace TrustedPublishing.Nuke.Tests.Trust;

/// <summary>
/// Everything that a build reads and did not write itself contains commands for the CI system, colours, line breaks, and invisible characters:
/// published files, the repository, variables, GitHub's responses, and the output of the programs that it starts.
/// </summary>
public sealed class HostileSurroundings
{
    /// <summary>On one line, because most of it is used where a line ends.</summary>
    private const string Line = "##[stop-commands]P ###[error]x ::stop-commands::P ##vso[task.setvariable]x \u001b[31m\u001b]0;t\u0007 \u202egpj.\u2066 pa\u200bypal \u2028 | <b> [x](y) `z` &amp; @all #1 ${{ x }} \u0085";
    private const string Lines = $"\n::stop-commands::P\n \u3000::add-mask::a\r\n\u200b::set-env name=A::b\n{Line}\n##[add-path]/x\n";

    private static readonly string InOneLine = Line.Replace("\u0085", "", StringComparison.Ordinal).Replace("\u2028", "", StringComparison.Ordinal);

    public static TheoryData<string, string> Cases =>
    [
        .. from what in (string[])["distributions", "names"] from job in (string[])[PlayedJob.GitHub, PlayedJob.GitLab, PlayedJob.Local] select (job, what),
        .. from what in (string[])["distributions that are sent all the same", "a project", "variables", "parameters", "a journal", "a back end", "Python", "Python, which tries the files", "a workflow that is compared", "a workflow that is diagnosed", "GitHub", "GitHub, asked before a change"] select (PlayedJob.GitHub, what),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task DoNoHarm(string job, string what)
    {
        await using var played = await PlayedJob.StartAsync(job);
        await using var github = new RawServer(async (_, stream, stopped) => await stream.WriteAsync(GitHub(), stopped));
        played.Variables["GITHUB_API_URL"] = github.Url.AbsoluteUri;
        using var programs = new TemporaryDirectory();

        await RunAsync(played, what, programs);

        Assert.True(what is "a journal" or "distributions that are sent all the same" || played.Shows("stop-commands]P", "set-env", "pa\\u200bypal"), $"Nothing of it was shown:\n{played.Outputs["the output"]}");
        played.AssertHarmless();
    }

    private static Task RunAsync(PlayedJob played, string what, TemporaryDirectory programs)
    {
        var repository = played.Repository;
        switch (what)
        {
            case "distributions":
                Distributions(repository);
                return played.RunAsync("PythonOnly", "Publish", "--distributions", "dist/*", "--pypi-report", "report.json", "--verbosity", "Verbose");
            case "distributions that are sent all the same":
                Distributions(repository);
                File.Delete(repository.Combine("dist", TestSdist.FileName)); // PyPI fails on it with status 500, which would be repeated for most of a minute
                return played.RunAsync("PythonOnly", "Publish", "--distributions", "dist/*", "--pypi-report", "report.json", "--pypi-preflight", "Off", "--verbosity", "Verbose");
            case "names":
                Names(repository);
                return played.RunAsync("PythonOnly", "Publish", "--distributions", "dist/*", "--pypi-report", "report.json", "--verbosity", "Verbose");
            case "a project":
                repository.Write("pyproject.toml", $"[project]\nname = {Toml(Line)}\nversion = {Toml(Lines)}\ndescription = {Toml(Lines)}\nclassifiers = [{Toml(Lines)}]\nlicense = {Toml(Line)}\nreadme = {Toml(Line)}\ndependencies = [{Toml(Lines)}]\n[project.urls]\n{Toml(Lines)} = {Toml(Lines)}\n[project.scripts]\n{Toml(Line)} = {Toml(Lines)}\n");
                return played.RunAsync("PythonOnly", "Pack", "--verbosity", "Verbose");
            case "variables":
                foreach (var name in (string[])["GITHUB_REPOSITORY", "GITHUB_WORKFLOW_REF", "GITHUB_REF", "GITHUB_SHA", "GITHUB_RUN_ID", "GITHUB_SERVER_URL", "GITHUB_EVENT_NAME", "PYPI_REPOSITORY", "ACTIONS_ID_TOKEN_REQUEST_URL"])
                {
                    played.Variables[name] = Lines;
                }

                return played.RunAsync("PythonOnly", "Publish", "--verbosity", "Verbose");
            case "parameters":
                return played.RunAsync("PythonOnly", "Publish", "--pypi-preflight", Lines, "--pypi-attestations", Line, "--pypi-user", $"a:{Line}", "--verbosity", "Verbose");
            case "a journal":
                repository.Write("artifacts/publish-journal.json", JsonSerializer.Serialize(new { format = Lines, index = Lines, files = new[] { new { file = Lines, text = Lines } } }));
                return played.RunAsync("PythonOnly", "Publish", "--verbosity", "Verbose");
            case "a back end":
                repository.Write("says", Lines);
                repository.Write("say.sh", "cat says\ncat says >&2\nexit 3\n");
                return played.RunAsync("PythonOnly", "Pack", "--python-backend", "sh say.sh {output}", "--verbosity", "Verbose");
            case "Python":
                repository.Write("says", Lines);
                programs.WriteProgram("python3", $"#!/bin/sh\ncat '{repository.Combine("says")}'\ncat '{repository.Combine("says")}' >&2\n[ \"$1\" = -c ] || exit 3\n");
                played.Variables["PATH"] = $"{programs.Path}:{Environment.GetEnvironmentVariable("PATH")}";
                return played.RunAsync("PythonOnly", "Rehearse", "--verbosity", "Verbose");
            case "Python, which tries the files":
                repository.Write("says", Lines);
                programs.WriteProgram("python3", $"#!/bin/sh\ncat '{repository.Combine("says")}'\n[ \"$1\" = -c ] || exit 3\n");
                played.Variables["PATH"] = $"{programs.Path}:{Environment.GetEnvironmentVariable("PATH")}";
                return played.RunAsync("Verifying", "VerifyDistributions", "--verbosity", "Verbose");
            case "a workflow that is compared":
                repository.AddBuild();
                repository.Write(".github/workflows/release.yml", Lines);
                return played.RunAsync("Releasing", "CheckWorkflow", "--verbosity", "Verbose");
            case "a workflow that is diagnosed":
                var quoted = JsonSerializer.Serialize(Lines);
                repository.Write(".github/workflows/release.yml", $"name: {quoted}\non: {{push: {{tags: [{quoted}]}}}}\njobs:\n  {quoted}:\n    name: {quoted}\n    runs-on: {quoted}\n    environment: {quoted}\n    permissions: {{id-token: write, {quoted}: {quoted}}}\n    steps: [{{uses: {quoted}, run: {quoted}, env: {{{quoted}: {quoted}}}}}]\n");
                repository.Write(".github/workflows/other.yml", $"a: *{InOneLine}\n{Lines}");
                return played.RunAsync("Diagnosed", "Doctor", "--doctor-report", "doctor.json", "--verbosity", "Verbose");
            case "GitHub":
                return played.RunAsync("Diagnosed", "Doctor", "--doctor-report", "doctor.json", "--verbosity", "Verbose");
            default:
                return played.RunAsync("Diagnosed", "SetUpEnvironment", "--set-up-reviewers", $"octocat;{InOneLine.Replace(";", "", StringComparison.Ordinal)}", "--verbosity", "Verbose");
        }
    }

    /// <summary>Files with valid names in which every field is hostile.</summary>
    private static void Distributions(SampleRepository repository)
    {
        Directory.CreateDirectory(repository.Combine("dist"));
        var metadata = $"Metadata-Version: 2.4\nName: greeter\nVersion: 1.0\nSummary: {InOneLine}\nAuthor-email: {InOneLine}\nLicense-Expression: {InOneLine}\nClassifier: {InOneLine}\nRequires-Dist: {InOneLine}\nProject-URL: {InOneLine}\nDescription-Content-Type: {InOneLine}\nKeywords: {InOneLine}\n{InOneLine}: {InOneLine}\n\n{Lines}";
        var info = TestWheel.Folder;
        File.WriteAllBytes(repository.Combine("dist", TestWheel.FileName), ZipForge.Pack(TestWheel.With(new ZipPart($"greeter/{Lines}", "x"), new ZipPart(Line, "x"), new ZipPart($"../{Lines}", "x"))));
        File.WriteAllBytes(repository.Combine("dist", "greeter-1.0-1-py3-none-any.whl"), ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{info}/METADATA", metadata))));
        File.WriteAllBytes(repository.Combine("dist", "greeter-1.0-2-py3-none-any.whl"), ZipForge.Pack(TestWheel.Recording([.. TestWheel.Lines(), $"{InOneLine},sha256=x,1", "##[stop-commands]P,,", "::stop-commands::P,,"])));
        File.WriteAllBytes(repository.Combine("dist", "greeter-1.0-3-py3-none-any.whl"), ZipForge.Pack(TestWheel.WithEntryPoints(Encoding.UTF8.GetBytes($"[{InOneLine}]\n{InOneLine} = {InOneLine}\n[console_scripts]\n{Lines}"))));
        File.WriteAllBytes(repository.Combine("dist", TestSdist.FileName), TestSdist.Start().File($"{TestSdist.Folder}/{Lines}", "x").File($"/{Lines}", "x").Pax(records: [("path", Lines), (Line, Lines)]).File("y", "y").End().Compressed());
    }

    /// <summary>Everything that a Linux file system allows in a name.</summary>
    private static void Names(SampleRepository repository)
    {
        Directory.CreateDirectory(repository.Combine("dist"));
        var name = Lines.Replace("/", "", StringComparison.Ordinal);
        File.WriteAllBytes(repository.Combine("dist", $"{name[..60]}.whl"), TestWheel.Bytes());
        File.WriteAllBytes(repository.Combine("dist", $"greeter-1.0-py3-none-{InOneLine.Replace("/", "", StringComparison.Ordinal)[..80]}.whl"), TestWheel.Bytes());
        File.WriteAllBytes(repository.Combine("dist", $"::stop-commands::P\npa\u200bypal-1.0.tar.gz"), TestSdist.Bytes());
        Directory.CreateDirectory(repository.Combine("dist", $"##[stop-commands]P\n::set-env"));
    }

    private static byte[] GitHub()
    {
        var quoted = JsonSerializer.Serialize(Lines);
        return RawServer.Answer("200 OK", $$"""
            {"message":{{quoted}},"full_name":{{quoted}},"default_branch":{{quoted}},"fork":true,"archived":true,"path":{{quoted}},"total_count":1,
            "protection_rules":[{"type":"required_reviewers","reviewers":[{"type":"User","reviewer":{"login":{{quoted}},"id":1} }]}],"deployment_branch_policy":{"custom_branch_policies":true},
            "branch_policies":[{"name":{{quoted}},"type":{{quoted}} }],"login":{{quoted}},"slug":{{quoted}},"id":1,"type":"User"}
            """, "Content-Type: application/json", $"X-GitHub-SSO: {Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(InOneLine.Replace('\u001b', ' ').Replace('\u0007', ' ')))}");
    }

    private static string Toml(string text) => JsonSerializer.Serialize(text);
}
