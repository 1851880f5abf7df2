using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>
/// The environment variables for programs that build something to pack, in addition to those that every program sees: variables of compilers and of
/// tools that build Python and .NET code, unless the name or value looks like a credential; and those that the build declares, which may be
/// credentials of its own feeds.
/// </summary>
internal sealed partial class PackVariables(IEnumerable<string> declared)
{
    private readonly HashSet<string> declared = new(declared, StringComparer.OrdinalIgnoreCase);

    public bool Allows(string name, string? value) => declared.Contains(name) || (OfTools().IsMatch(name) && !OfCredentials().IsMatch(name) && !InAddress().IsMatch(value ?? ""));

    [GeneratedRegex(
        """
        \A(?:
            (?:PIP|UV|HATCH|POETRY|PDM|FLIT|MATURIN|CIBW|SETUPTOOLS|PYO3|CARGO|RUST|RUSTUP|CMAKE|SKBUILD|MESON|NINJA|CONDA|PYENV|NIX|PKG_CONFIG|CCACHE|SCCACHE|DOTNET|NUGET|CI_COMMIT|CI_PIPELINE)_.*
          | (?:PYTHON|MSBUILD|MINVER|GITVERSION|NBGV|VS[0-9]+).* | (?:CC|CXX|CPP|AR|AS|LD|NM|RANLIB|STRIP|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|ARCHFLAGS|MAKEFLAGS|RUSTFLAGS)(?:_.*)? | _PYTHON_HOST_PLATFORM
          | MACOSX_DEPLOYMENT_TARGET | SDKROOT | DEVELOPER_DIR | INCLUDE | LIB | LIBPATH | V[CS](?:INSTALLDIR|Tools.*) | WindowsSdk.* | JAVA_HOME | ANDROID_.*
          | CI | GITHUB_(?:ACTIONS|REF|REF_NAME|REF_TYPE|HEAD_REF|BASE_REF|SHA|REPOSITORY|SERVER_URL|RUN_ID|RUN_NUMBER|RUN_ATTEMPT|WORKSPACE) | RUNNER_(?:OS|ARCH|TEMP|TOOL_CACHE)
          | GITLAB_CI | CI_(?:PROJECT_(?:DIR|PATH|URL)|SERVER_URL) | TF_BUILD | BUILD_(?:BUILDNUMBER|BUILDID|SOURCEBRANCH(?:NAME)?|SOURCEVERSION)
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfTools();

    /// <summary>Credentials in an address, such as that of a private index.</summary>
    [GeneratedRegex("://[^/ ]*@")]
    private static partial Regex InAddress();

    [GeneratedRegex("TOKEN|PASS|SECRET|CRED|AUTH|KEY|JWT|PRIVATE|SIGN|USERNAME|PUBLISH|_PAT$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfCredentials();
}
