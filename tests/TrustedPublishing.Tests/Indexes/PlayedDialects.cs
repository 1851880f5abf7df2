using System.Net;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>The rows of the table of indexes, each with the addresses and responses of the real system.</summary>
internal static class PlayedDialects
{
    private const string Json = "application/json";
    private const string Html = "text/html";

    private static readonly PlayedAnswer Conflict = new(HttpStatusCode.Conflict, "");

    public static IReadOnlyList<PlayedDialect> All { get; } =
    [
        new()
        {
            Name = "devpi", Upload = "https://devpi.example.com/team/prod/", Simple = "https://devpi.example.com/team/prod/+simple/", User = "ci", Json = true,
            Files = "../../+f/117/ed88e5db073bb/", Header = ("X-Devpi-Server-Version", "6.17.0"), Stored = new(HttpStatusCode.OK, "", Html),
            Taken = new(HttpStatusCode.Conflict, """{"message": "already exists in non-volatile index", "code": "409 already exists in non-volatile index", "title": "already exists in non-volatile index"}""", Json),
        },
        new()
        {
            Name = "devpi", Upload = "https://packages.example.com/team/prod", Simple = "https://packages.example.com/team/prod/+simple/", User = "ci",
            Files = "../../+f/117/ed88e5db073bb/", Header = ("X-Devpi-Serial", "42"), Stored = new(HttpStatusCode.OK, "", Html), Taken = Conflict,
        },
        new()
        {
            Name = "pypiserver", Upload = "https://pypi.example.com/", Simple = "https://pypi.example.com/simple/", User = "ci", Fallback = "https://pypi.org/simple/",
            Stored = new(HttpStatusCode.OK, "", Html),
            Taken = new(HttpStatusCode.Conflict, "<html><head><title>Error: 409 Conflict</title></head><body><pre>Package 'greeter-1.0-py3-none-any.whl' already exists!</pre></body></html>", Html),
        },
        new()
        {
            Name = "pypiserver", Upload = "https://old.example.com/", Simple = "https://old.example.com/simple/", User = "ci", Digest = "md5", Stored = new(HttpStatusCode.OK, "", Html), Taken = Conflict,
        },
        new()
        {
            Name = "Azure Artifacts", Upload = "https://pkgs.dev.azure.com/acme/tools/_packaging/feed/pypi/upload/", Simple = "https://pkgs.dev.azure.com/acme/tools/_packaging/feed/pypi/simple/",
            Stored = new(HttpStatusCode.Accepted, ""), Files = "../../download/greeter/1/",
            Taken = new(HttpStatusCode.Conflict, """{"$id":"1","message":"The feed already contains file 'greeter-1.0-py3-none-any.whl' in package 'greeter 1.0'.","typeKey":"PackageExistsException","errorCode":0}""", Json),
        },
        new()
        {
            Name = "AWS CodeArtifact", Upload = "https://acme-123456789012.d.codeartifact.eu-west-1.amazonaws.com/pypi/tools/", Simple = "https://acme-123456789012.d.codeartifact.eu-west-1.amazonaws.com/pypi/tools/simple/",
            User = "aws", Files = "1.0/", Taken = new(HttpStatusCode.Conflict, """{"errors":[{"detail":"Package version asset already exists"}]}""", Json),
        },
        new()
        {
            Name = "Google Artifact Registry", Upload = "https://europe-west1-python.pkg.dev/acme/tools/", Simple = "https://europe-west1-python.pkg.dev/acme/tools/simple/",
            User = "oauth2accesstoken", Files = "../../greeter/",
            Taken = new(HttpStatusCode.BadRequest, "The file already exists: greeter-1.0-py3-none-any.whl"),
        },
        new()
        {
            Name = "GitLab (project)", Upload = "https://gitlab.example.com/api/v4/projects/42/packages/pypi", Simple = "https://gitlab.example.com/api/v4/projects/42/packages/pypi/simple/",
            User = "gitlab-ci-token", Fallback = "https://pypi.org/simple/", Stored = new(HttpStatusCode.Created, """{"message":"201 Created"}""", Json), Files = "../../files/",
            Taken = new(HttpStatusCode.BadRequest, """{"message":"Validation failed: File name has already been taken"}""", Json),
        },
        new()
        {
            Name = "Nexus (hosted)", Upload = "https://nexus.example.com/repository/pypi-hosted/", Simple = "https://nexus.example.com/repository/pypi-hosted/simple/", User = "ci",
            Stored = new(HttpStatusCode.Created, ""), Files = "../../packages/greeter/1.0/",
            Taken = new(HttpStatusCode.BadRequest, "<!DOCTYPE html><html><body><div class=\"content-section\">Repository does not allow updating assets: pypi-hosted</div></body></html>", Html),
        },
        new()
        {
            Name = "Artifactory", Upload = "https://acme.jfrog.io/artifactory/api/pypi/tools", Simple = "https://acme.jfrog.io/artifactory/api/pypi/tools/simple/", User = "ci", Files = "../../greeter/1.0/",
            Taken = new(HttpStatusCode.Forbidden, """{"errors":[{"status":403,"message":"Not enough permissions to delete/overwrite artifact 'tools:greeter' (user: 'ci' needs DELETE permission)."}]}""", Json),
        },
        new()
        {
            Name = "Cloudsmith", Upload = "https://python.cloudsmith.io/acme/tools/", Simple = "https://dl.cloudsmith.io/basic/acme/tools/python/simple/", User = "ci",
            Stored = new(HttpStatusCode.Created, """{"slug_perm":"x","status":10,"status_str":"Awaiting Sync"}""", Json), Files = "../../packages/",
            Taken = new(HttpStatusCode.Conflict, """{"detail":"This package already exists and the repository does not allow republishing"}""", Json),
        },
        new()
        {
            Name = "Gitea, Forgejo", Upload = "https://git.example.com/api/packages/acme/pypi", Simple = "https://git.example.com/api/packages/acme/pypi/simple/", User = "ci",
            Stored = new(HttpStatusCode.Created, ""), Files = "../../files/greeter/1.0/", Taken = new(HttpStatusCode.Conflict, "package file already exists"),
        },
        new()
        {
            Name = "any other", Upload = "https://index.example.com/upload/legacy/", Simple = "https://index.example.com/upload/simple/", Digest = "",
            Taken = new(HttpStatusCode.BadRequest, "File already exists."),
        },
    ];
}
