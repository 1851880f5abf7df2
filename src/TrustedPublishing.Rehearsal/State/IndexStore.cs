using System.Security.Cryptography;
using System.Text.Json;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>
/// Holds the current state and the files' content. Content is always on disk, so that a large file needs no memory; the state is on disk
/// only if a data directory is given. Then every change is written, flushed and renamed into place before it takes effect, so everything that
/// was accepted survives the end of the process.
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

    /// <summary>Whether its content is kept after it is disposed. Otherwise nothing has to be flushed to disk.</summary>
    public bool IsKept => !isTemporary;

    /// <summary>The folder that contains everything.</summary>
    public string Directory { get; }

    /// <summary>The signing key of API tokens. It is stored so that tokens survive a restart; the tokens themselves are never stored.</summary>
    public byte[] Key { get; }

    public IndexState Current => current;

    private string StateFile => Path.Combine(Directory, "state.json");

    private string Incoming => Path.Combine(Directory, "incoming");

    public static IndexStore Open(string? dataDirectory) => dataDirectory is null
        ? new(System.IO.Directory.CreateTempSubdirectory("rehearsal-index-").FullName, isTemporary: true)
        : new(Path.GetFullPath(dataDirectory), isTemporary: false);

    /// <summary>A path for content that is being received.</summary>
    public string NewIncoming() => Path.Combine(Incoming, Guid.NewGuid().ToString("n"));

    /// <summary>The path of a file's content.</summary>
    public string ContentPath(FileRow file) => Path.Combine(Directory, "files", Path.Combine(file.Path.Split('/')));

    /// <summary>The path of a wheel's METADATA.</summary>
    public string MetadataPath(FileRow file) => ContentPath(file) + ".metadata";

    /// <summary>Moves a received file into place. It counts only once a state refers to it.</summary>
    public void Keep(FileRow file, string incoming, byte[]? metadata)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(ContentPath(file))!);
        File.Move(incoming, ContentPath(file), overwrite: true);
        if (metadata is not null)
        {
            AtomicFile.Write(MetadataPath(file), metadata, flush: IsKept);
        }
    }

    /// <summary>
    /// Makes <paramref name="next"/> the state if the state is still <paramref name="expected"/>; otherwise another change was faster.
    /// </summary>
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

    /// <summary>Changes the state, even if other changes happen at the same time.</summary>
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
