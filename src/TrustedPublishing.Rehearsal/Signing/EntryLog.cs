using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The transparency log: an append-only tree of entries, each returned with promise, proof and checkpoint.</summary>
internal sealed class EntryLog : IDisposable
{
    /// <summary>The public log's indexes exceed 32 bits, and those of its shards differ from the indexes within the tree.</summary>
    private const long Offset = 2_300_000_000;

    private const string TreeId = "1193050959916656506";
    private const string Name = "127.0.0.1";

    private readonly Lock gate = new();
    private readonly MerkleTree tree = new();
    private readonly Dictionary<string, JsonObject> entries = [];
    private LogKey signing;

    public EntryLog()
    {
        signing = Key;
        for (var other = 0; other < 5; other++)
        {
            tree.Add([(byte)other]); // other entries: a proof in a tree with a single entry proves little
        }
    }

    public LogKey Key { get; } = new();

    /// <summary>Signs everything from now on with a key that nobody trusts.</summary>
    public void RotateKey()
    {
        lock (gate)
        {
            signing = new();
        }
    }

    public JsonObject? Find(string id)
    {
        lock (gate)
        {
            return entries.TryGetValue(id, out var entry) ? new() { [id] = entry.DeepClone() } : null;
        }
    }

    /// <summary>Appends an entry, unless it already exists; then <c>IsNew</c> is false.</summary>
    public (string Id, bool IsNew) Append(byte[] body, DateTimeOffset now)
    {
        lock (gate)
        {
            var id = long.Parse(TreeId, CultureInfo.InvariantCulture).ToString("x16", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(MerkleTree.Leaf(body));
            if (entries.ContainsKey(id))
            {
                return (id, false);
            }

            entries[id] = Entry(body, tree.Add(body), now.ToUnixTimeSeconds());
            return (id, true);
        }
    }

    public void Dispose()
    {
        signing.Dispose();
        Key.Dispose();
    }

    private JsonObject Entry(byte[] body, int index, long time)
    {
        var promised = new JsonObject
        {
            ["body"] = Convert.ToBase64String(body),
            ["integratedTime"] = time,
            ["logID"] = Convert.ToHexStringLower(Key.Id),
            ["logIndex"] = Offset + index,
        };
        var promise = signing.Sign(Encoding.UTF8.GetBytes(PythonJson.Compact(promised)));
        promised["verification"] = new JsonObject
        {
            ["signedEntryTimestamp"] = Convert.ToBase64String(promise),
            ["inclusionProof"] = new JsonObject
            {
                ["logIndex"] = index,
                ["treeSize"] = tree.Size,
                ["rootHash"] = Convert.ToHexStringLower(tree.Root),
                ["hashes"] = new JsonArray([.. tree.Proof(index).Select(hash => JsonValue.Create(Convert.ToHexStringLower(hash)))]),
                ["checkpoint"] = Checkpoint(),
            },
        };
        return promised;
    }

    private string Checkpoint()
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"{Name} - {TreeId}\n{tree.Size}\n{Convert.ToBase64String(tree.Root)}\n");
        var signature = signing.Sign(Encoding.UTF8.GetBytes(note));
        return $"{note}\n\u2014 {Name} {Convert.ToBase64String([.. Key.Id[..4], .. signature])}\n";
    }
}
