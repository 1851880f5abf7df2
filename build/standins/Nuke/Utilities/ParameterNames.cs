using System.Text;

namespace Nuke.Common.Utilities;

/// <summary>The spelling of a parameter's name on the command line and in the help; known words are not split.</summary>
internal static class ParameterNames
{
    private static readonly string[] KnownWords =
    [
        "DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains",
    ];

    public static string Dashed(string name) => Words(name).JoinDash().ToLowerInvariant();

    // A word starts at a known word, or at an upper-case letter after a lower-case one ("NuGetApiKey": nuget, api, key; "OIDCToken": oidctoken).
    public static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        var afterLower = false;
        var knownUntil = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var begins = afterLower && char.IsUpper(name[i]);
            afterLower = char.IsLower(name[i]) && !begins;
            var known = i >= knownUntil ? KnownWordAt(name, i) : 0;
            if (known > 0)
            {
                knownUntil = i + known - 1;
                begins = i > 0;
            }
            else
                begins &= i > knownUntil;

            if (begins)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(name[i]);
        }

        yield return word.ToString();
    }

    private static int KnownWordAt(string name, int index)
        => KnownWords
            .Where(x => string.Compare(name, index, x, 0, x.Length, StringComparison.InvariantCultureIgnoreCase) == 0)
            .Select(x => x.Length)
            .DefaultIfEmpty(0)
            .Max();
}
