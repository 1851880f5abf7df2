namespace TrustedPublishing.Distributions.Archives;

/// <summary>The folder that all members of an archive have in common, as Python's <c>os.path.commonpath</c> finds it, name by name.</summary>
internal sealed class CommonPath
{
    private string[]? common;
    private bool absolute;

    /// <summary>Whether absolute and relative paths are mixed, for which Python has no answer.</summary>
    public bool Mixed { get; private set; }

    /// <summary>The path; empty when there is none.</summary>
    public string Value => (absolute ? "/" : "") + string.Join('/', common ?? []);

    /// <summary>Takes a further path into account.</summary>
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
