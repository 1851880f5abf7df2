namespace TrustedPublishing.Distributions.Archives;

/// <summary>The folder that all members of an archive have in common, computed like Python's <c>os.path.commonpath</c>, one name at a time.</summary>
internal sealed class CommonPath
{
    private string[]? common;
    private bool absolute;

    /// <summary>Whether absolute and relative paths are mixed, in which case Python raises an error.</summary>
    public bool Mixed { get; private set; }

    /// <summary>The path; empty if there is none.</summary>
    public string Value => (absolute ? "/" : "") + string.Join('/', common ?? []);

    /// <summary>Adds a path.</summary>
    public void Add(string path)
    {
        var parts = path.Split('/').Where(part => part is not ("" or ".")).ToArray();
        if (common is null)
        {
            (common, absolute) = (parts, path.StartsWith('/'));
            return;
        }

        Mixed |= absolute != path.StartsWith('/');
        var same = common.Zip(parts).TakeWhile(pair => pair.First == pair.Second).Count();
        common = same == common.Length ? common : common[..same];
    }
}
