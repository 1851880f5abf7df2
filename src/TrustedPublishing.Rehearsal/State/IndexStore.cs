using System.Security.Cryptography;
using System.Text.Json;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>
/// Holds the current state and the files' content. Content always lies on disk, so that a large file costs no memory; the state does so
/// only when a data directory is given. Then every change is written, flushed and renamed into place before it counts: whatever was
/// answered with success survives the end of the process.
/// </summary>
internal sealed class IndexStore : IDisposable
{
    private readonly Lock gate = new();
    private readonly bool isTemporary;
    private volatile IndexState current;

    private IndexStore(string directory, bool isTemporary)
    {
        (Directory, this.isTemporary) = (directory, isTemporary);
        System.IO.Directory.CreateDirectory(Incoming);
        current = Load();
        Key = LoadKey();
    }

    /// <summary>Whether what it holds outlives it. Otherwise nothing has to be flushed to the disk.</summary>
    public bool IsKept => !isTemporary;

    /// <summary>Where everything lies.</summary>
    public string Directory { get; }

    /// <summary>What the API tokens are signed with; kept so that tokens outlive a restart, while no token itself is ever written.</summary>
    public byte[] Key { get; }

    public IndexState Current => current;

    private string StateFile => Path.Combine(Directory, "state.json");

    private string Incoming => Path.Combine(Directory, "incoming");

    public static IndexStore Open(string? dataDirectory) => dataDirectory is null
        ? new(System.IO.Directory.CreateTempSubdirectory("rehearsal-index-").FullName, isTemporary: true)
        : new(Path.GetFullPath(dataDirectory), isTemporary: false);

    /// <summary>A path for content that is being received.</summary>
    public string NewIncoming() => Path.Combine(Incoming, Guid.NewGuid().ToString("n"));

    /// <summary>Where a file's content lies.</summary>
    public string ContentPath(FileRow file) => Path.Combine(Directory, "files", Path.Combine(file.Path.Split('/')));

    /// <summary>Where a wheel's METADATA lies.</summary>
    public string MetadataPath(FileRow file) => ContentPath(file) + ".metadata";

    /// <summary>Puts a received file in its place. It counts only when a state that names it follows.</summary>
    public void Keep(FileRow file, string incoming, byte[]? metadata)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(ContentPath(file))!);
        File.Move(incoming, ContentPath(file), overwrite: true);
        if (metadata is not null)
        {
            AtomicFile.Write(MetadataPath(file), metadata, flush: IsKept);
        }
    }

    /// <summary>Makes <paramref name="next"/> the state if it is still <paramref name="expected"/>; otherwise somebody was faster.</summary>
    public bool TryCommit(IndexState expected, IndexState next, Action? place = null)
    {
        lock (gate)
        {
            if (!ReferenceEquals(current, expected))
            {
                return false;
            }

            place?.Invoke();
            if (!isTemporary && !ReferenceEquals(expected, next))
            {
                AtomicFile.Write(StateFile, JsonSerializer.SerializeToUtf8Bytes(next, IndexStateJson.Default.IndexState));
            }

            current = next;
            return true;
        }
    }

    /// <summary>Changes the state, however many others do so at the same time.</summary>
    public void Update(Func<IndexState, IndexState> change)
    {
        IndexState seen;
        do
        {
            seen = current;
        }
        while (!TryCommit(seen, change(seen)));
    }

    public void Dispose()
    {
        if (isTemporary)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private IndexState Load()
    {
        foreach (var abandoned in System.IO.Directory.EnumerateFiles(Incoming))
        {
            File.Delete(abandoned);
        }

        return File.Exists(StateFile)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(StateFile), IndexStateJson.Default.IndexState) ?? new()
            : new();
    }

    private byte[] LoadKey()
    {
        var path = Path.Combine(Directory, "index.key");
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        var key = RandomNumberGenerator.GetBytes(32);
        if (!isTemporary)
        {
            AtomicFile.Write(path, key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return key;
    }
}
