using System.Net;
using System.Net.Http.Headers;

namespace TrustedPublishing.Index;

/// <summary>
/// The known kinds of indexes, the most specific address first. The table in the manual (<c>indexes.md</c>) is generated from these profiles.
/// </summary>
internal static class IndexProfiles
{
    private const string AlreadyExists = "already exist";

    /// <summary>PyPI (<see href="https://docs.pypi.org/api/upload/"/>).</summary>
    public static IndexProfile PyPI { get; } = new()
    {
        Name = "PyPI",
        Address = "`pypi`, `https://upload.pypi.org/legacy/`",
        Recognizes = upload => upload == PackageIndex.PyPI.UploadUrl,
        SimpleAddress = "`https://pypi.org/simple/`",
        SimpleOf = _ => new("https://pypi.org/simple/"),
        HasPyPIPolicy = true,
        ListsLate = true,
        DuplicateStatus = HttpStatusCode.BadRequest,
        DuplicateWords = [AlreadyExists],
        FileHosts = ["files.pythonhosted.org"],
    };

    /// <summary>PyPI's test instance.</summary>
    public static IndexProfile TestPyPI { get; } = PyPI with
    {
        Name = "TestPyPI",
        Address = "`testpypi`, `https://test.pypi.org/legacy/`",
        Recognizes = upload => upload == PackageIndex.TestPyPI.UploadUrl,
        SimpleAddress = "`https://test.pypi.org/simple/`",
        SimpleOf = _ => new("https://test.pypi.org/simple/"),
        FileHosts = ["test-files.pythonhosted.org"],
    };

    /// <summary>The embedded index, which applies the same rules as PyPI.</summary>
    public static IndexProfile Embedded { get; } = PyPI with
    {
        Name = "the embedded index",
        Address = "`nuke Rehearse`",
        Recognizes = _ => false,
        SimpleAddress = "`…/legacy/` → `…/simple/`",
        FileHosts = [],
    };

    /// <summary>devpi; also recognised by a header, because its addresses have no distinctive form (<c>devpi_server/views.py</c>).</summary>
    public static IndexProfile Devpi { get; } = new()
    {
        Name = "devpi",
        Address = "`https://HOST/USER/INDEX/` (host named devpi, port 3141, or by its answers)",
        Recognizes = upload => upload.Segments.Length >= 3 && (upload.Port == 3141 || Array.Exists(upload.Host.Split('.', '-'), part => part == "devpi")),
        SimpleAddress = "`+simple/` below it",
        SimpleOf = upload => new(upload, "+simple/"),
        TokenUser = "the user of the index",
        DuplicateWords = [AlreadyExists],
        ListsOtherIndexes = true,
        HeaderPrefix = "X-Devpi-",
    };

    /// <summary>Azure Artifacts (<see href="https://learn.microsoft.com/azure/devops/artifacts/quickstarts/python-packages"/>).</summary>
    public static IndexProfile Azure { get; } = new()
    {
        Name = "Azure Artifacts",
        Address = "`…/_packaging/FEED/pypi/upload/`",
        Recognizes = upload => EndsWith(upload, "/pypi/upload/"),
        SimpleAddress = "`…/pypi/upload/` → `…/pypi/simple/`",
        SimpleOf = upload => new(upload, "../simple/"),
        DuplicateWords = ["already contains"],
    };

    /// <summary>AWS CodeArtifact (<see href="https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html"/>).</summary>
    public static IndexProfile CodeArtifact { get; } = new()
    {
        Name = "AWS CodeArtifact",
        Address = "`https://DOMAIN-ACCOUNT.d.codeartifact.REGION.amazonaws.com/pypi/REPOSITORY/`",
        Recognizes = upload => upload.Host.Contains(".d.codeartifact.", StringComparison.Ordinal),
        TokenUser = "aws",
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>Google Artifact Registry (<see href="https://cloud.google.com/artifact-registry/docs/python/authentication"/>).</summary>
    public static IndexProfile ArtifactRegistry { get; } = new()
    {
        Name = "Google Artifact Registry",
        Address = "`https://REGION-python.pkg.dev/PROJECT/REPOSITORY/`",
        Recognizes = upload => upload.Host.EndsWith("-python.pkg.dev", StringComparison.Ordinal),
        TokenUser = "oauth2accesstoken",
        DuplicateStatus = HttpStatusCode.BadRequest,
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>GitLab's package registry (<see href="https://docs.gitlab.com/user/packages/pypi_repository/"/>).</summary>
    public static IndexProfile GitLab { get; } = new()
    {
        Name = "GitLab (project)",
        Address = "`https://HOST/api/v4/projects/ID/packages/pypi`",
        Recognizes = upload => upload.AbsolutePath.Contains("/api/v4/projects/", StringComparison.Ordinal) && EndsWith(upload, "/packages/pypi/"),
        TokenUser = "gitlab-ci-token for a job token, the token's own name for others",
        DuplicateStatus = HttpStatusCode.BadRequest,
        DuplicateWords = ["already been taken"],
    };

    /// <summary>GitLab's group-level registry, which is read-only.</summary>
    public static IndexProfile GitLabGroup { get; } = GitLab with
    {
        Name = "GitLab (group)",
        Address = "`https://HOST/api/v4/groups/ID/-/packages/pypi`: read-only, so rejected as an upload address",
        Recognizes = upload => upload.AbsolutePath.Contains("/api/v4/groups/", StringComparison.Ordinal) && upload.AbsolutePath.Contains("/packages/pypi/", StringComparison.Ordinal),
    };

    /// <summary>Sonatype Nexus Repository (<see href="https://help.sonatype.com/en/pypi-repositories.html"/>).</summary>
    public static IndexProfile Nexus { get; } = new()
    {
        Name = "Nexus (hosted)",
        Address = "`https://HOST/repository/NAME/`",
        Recognizes = upload => upload.AbsolutePath.Contains("/repository/", StringComparison.Ordinal),
        TokenUser = "the user, or the name code of the user token",
        DuplicateStatus = HttpStatusCode.BadRequest,
        DuplicateWords = ["updating asset", "cannot be updated"],
    };

    /// <summary>JFrog Artifactory (<see href="https://jfrog.com/help/r/jfrog-artifactory-documentation/pypi-repositories"/>).</summary>
    public static IndexProfile Artifactory { get; } = new()
    {
        Name = "Artifactory",
        Address = "`https://HOST/artifactory/api/pypi/REPOSITORY`",
        Recognizes = upload => upload.AbsolutePath.Contains("/api/pypi/", StringComparison.Ordinal),
        TokenUser = "the user that the token belongs to",
        DuplicateStatus = HttpStatusCode.Forbidden,
        DuplicateWords = ["overwrite artifact", "overwrite all artifacts"],
    };

    /// <summary>Cloudsmith (<see href="https://help.cloudsmith.io/docs/python-repository"/>).</summary>
    public static IndexProfile Cloudsmith { get; } = new()
    {
        Name = "Cloudsmith",
        Address = "`https://python.cloudsmith.io/OWNER/REPOSITORY/`",
        Recognizes = upload => upload.Host == "python.cloudsmith.io",
        SimpleAddress = "`https://dl.cloudsmith.io/basic/OWNER/REPOSITORY/python/simple/`",
        SimpleOf = upload => new($"https://dl.cloudsmith.io/basic{upload.AbsolutePath}python/simple/"),
        TokenUser = "the user that the API key belongs to",
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>Gitea and Forgejo (<see href="https://docs.gitea.com/usage/packages/pypi"/>).</summary>
    public static IndexProfile Gitea { get; } = new()
    {
        Name = "Gitea, Forgejo",
        Address = "`https://HOST/api/packages/OWNER/pypi`",
        Recognizes = upload => upload.AbsolutePath.Contains("/api/packages/", StringComparison.Ordinal) && EndsWith(upload, "/pypi/"),
        TokenUser = "the user that the token belongs to",
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>pypiserver (<see href="https://github.com/pypiserver/pypiserver"/>).</summary>
    public static IndexProfile PypiServer { get; } = new()
    {
        Name = "pypiserver",
        Address = "`https://HOST/`",
        Recognizes = upload => upload.AbsolutePath == "/",
        TokenUser = "a user of the password file",
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>Any other index.</summary>
    public static IndexProfile Generic { get; } = new()
    {
        Name = "any other",
        Address = "any other address",
        Recognizes = _ => true,
        SimpleAddress = "`…/legacy/` → `…/simple/`, else `simple/` below it",
        SimpleOf = upload => new(upload, EndsWith(upload, "/legacy/") ? "../simple/" : "simple/"),
        DuplicateWords = [AlreadyExists],
    };

    /// <summary>All profiles.</summary>
    public static IReadOnlyList<IndexProfile> All { get; } =
        [PyPI, TestPyPI, Embedded, Azure, CodeArtifact, ArtifactRegistry, GitLab, GitLabGroup, Artifactory, Cloudsmith, Gitea, Nexus, Devpi, PypiServer, Generic];

    /// <summary>The profile for an upload address, with or without a trailing slash.</summary>
    public static IndexProfile ProfileFor(Uri upload)
    {
        var root = RootOf(upload);
        return All.First(profile => profile.Recognizes(root));
    }

    /// <summary>The profile identified by a response's headers; null if they identify none.</summary>
    public static IndexProfile? ByHeaders(HttpHeaders headers) =>
        All.FirstOrDefault(profile => profile.HeaderPrefix is { } prefix && headers.Any(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    /// <summary>An upload address without its query and with a trailing slash.</summary>
    public static Uri RootOf(Uri upload) => upload.AbsolutePath.EndsWith('/') ? new(upload.GetLeftPart(UriPartial.Path)) : new(upload.GetLeftPart(UriPartial.Path) + "/");

    private static bool EndsWith(Uri upload, string path) => upload.AbsolutePath.EndsWith(path, StringComparison.Ordinal);
}
