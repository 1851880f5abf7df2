using Microsoft.AspNetCore.Builder;
using TrustedPublishing.Rehearsal.Faults;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.Pages;
using TrustedPublishing.Rehearsal.Serving;
using TrustedPublishing.Rehearsal.Signing;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal;

/// <summary>
/// A package index on this machine that checks uploads as PyPI does, together with a CI token service: publishing to it runs the whole
/// release and leaves nothing behind. Several instances can run in one process; each has its own port, keys and state. It writes nothing to the
/// console and leaves signal handling to the host. PyPI rejects uploads over plain http; this index accepts them, because only this machine can reach
/// it.
/// </summary>
public sealed class RehearsalIndex : IAsyncDisposable
{
    private const string TokenPath = "/_/identity/token";

    /// <summary>In bytes: the maximum size of a form without its file.</summary>
    private const long FieldsAtMost = 128 << 20;

    private readonly RehearsalOptions options;
    private readonly IndexStore store;
    private readonly SigningKeys keys = new();
    private readonly IdentityIssuer issuer;
    private readonly RequestLog log;
    private readonly ApiTokens tokens;
    private readonly EmbeddedSigstore sigstore;
    private readonly ExchangeLog exchanges;
    private readonly PageSet pages;
    private WebApplication? application;

    private RehearsalIndex(RehearsalOptions options)
    {
        this.options = options;
        store = IndexStore.Open(options.DataDirectory);
        issuer = new(options, keys);
        log = new(options.Time);
        sigstore = new(options);
        tokens = new(store.Key, "127.0.0.1");
        exchanges = new(options.Time);
        pages = new(store, log, exchanges);
        BaseUrl = new("http://127.0.0.1");
    }

    /// <summary>The address of the index, with a trailing slash.</summary>
    public Uri BaseUrl { get; private set; }

    /// <summary>The index in the form that a publisher needs.</summary>
    public PackageIndex Index => PackageIndex.Parse(new Uri(BaseUrl, "legacy/").AbsoluteUri).WithPyPIPolicy();

    /// <summary>
    /// The embedded Sigstore instance, with its own keys, which exist only as long as the index. Attestations made with it can be verified only
    /// here, and nothing becomes public.
    /// </summary>
    public SigstoreInstance Sigstore => sigstore.At(BaseUrl);

    /// <summary>Every stored file, in the order of upload.</summary>
    public IReadOnlyList<ReceivedFile> Files => ReceivedFiles.Read(store, BaseUrl);

    /// <summary>
    /// Every request whose response has been decided, in order of arrival. A client that has seen a response, or a cut connection, finds the request
    /// here.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => log.All;

    /// <summary>Completes when the next upload starts to arrive.</summary>
    internal Task NextUpload() => log.NextArrival(Index.UploadUrl.AbsolutePath);

    /// <summary>Starts an index. It is ready when the task completes.</summary>
    /// <exception cref="IOException">The port is in use, or the data directory cannot be used.</exception>
    public static async Task<RehearsalIndex> StartAsync(RehearsalOptions? options = null, CancellationToken cancellationToken = default)
    {
        var index = new RehearsalIndex(options ?? new());
        try
        {
            await index.ListenAsync(cancellationToken);
            return index;
        }
        catch (Exception)
        {
            await index.DisposeAsync();
            throw;
        }
    }

    /// <summary>Registers a publisher, as its owner does on the index's pages. The projects that it names are created if they do not exist.</summary>
    /// <exception cref="ArgumentException">PyPI's form would reject it, or it names neither projects nor a pending project.</exception>
    public void Register(RehearsalPublisher publisher)
    {
        Registration.Check(publisher);
        foreach (var project in publisher.Projects)
        {
            CreateProject(project, publisher.AddedBy);
        }

        store.Update(state => Registration.Register(state, publisher, options.Time.GetUtcNow()));
    }

    /// <summary>
    /// Registers a publisher for a project: as one of its publishers if the project exists, otherwise as the pending publisher that will create it.
    /// </summary>
    /// <exception cref="ArgumentException">See <see cref="Register"/>.</exception>
    public void RegisterFor(string project, RehearsalPublisher publisher)
    {
        Registration.Check(publisher with { PendingProject = project });
        store.Update(state => Registration.RegisterFor(state, publisher, project, options.Time.GetUtcNow()));
    }

    /// <summary>Removes a publisher from all its projects, as their owners do. API tokens that were issued for it become invalid.</summary>
    public void Unregister(RehearsalPublisher publisher) => store.Update(state => Registration.Remove(state, publisher));

    /// <summary>Creates a project unless it exists, owned by a user.</summary>
    public RehearsalProject CreateProject(string name, string owner = "owner")
    {
        store.Update(state => state.Project(name) is null ? ProjectCreation.Create(state, name, owner, options.Time.GetUtcNow()) : state);
        return new(store, name);
    }

    /// <summary>Creates an API token of a user: for the named projects, or for all of the user's projects and new ones.</summary>
    /// <exception cref="ArgumentException">A named project does not exist.</exception>
    public Secret AddUserToken(string user, params IReadOnlyList<string> projects)
    {
        TokenRow? row = null;
        store.Update(state =>
        {
            ProjectRow[] rows = [.. projects.Select(name => state.Project(name) ?? throw new ArgumentException($"The project {name} does not exist.", nameof(projects)))];
            row = ApiTokens.ForUser(user, rows, options.Time.GetUtcNow());
            return state with { Tokens = state.Tokens.Add(row.Id, row) };
        });
        return new(tokens.Token(row!));
    }

    /// <summary>
    /// The environment variables of a CI job: <paramref name="job"/>, the job of the options, or one that the first registered publisher trusts.
    /// </summary>
    public IReadOnlyDictionary<string, string> JobEnvironment(RehearsalJob? job = null) =>
        JobVariables.Create(job ?? options.Job ?? TrustedJob(), issuer, options.Audience, new(BaseUrl, $"{TokenPath}?api-version=2.0"));

    /// <summary>
    /// Issues an identity token with these claims (values as in <see cref="RehearsalJob.Claims"/>); identifier, times and audience are added if they
    /// are not given. For providers that have no simulated job, and for tokens that no job would get.
    /// </summary>
    public Secret IssueIdentity(IReadOnlyDictionary<string, object?> claims) => new(issuer.Issue(claims, options.Audience));

    /// <summary>Writes the HTML pages that the index shows at <see cref="BaseUrl"/> as files whose links work without the index.</summary>
    /// <param name="directory">The folder; created if it does not exist. Existing files are overwritten.</param>
    /// <returns>The full path of the first page.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write to the folder.</exception>
    public string WritePages(string directory) => PageFiles.Write(pages, directory);

    /// <summary>Stops the index and deletes everything that is not in a data directory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        sigstore.Dispose();
        keys.Dispose();
        store.Dispose();
    }

    private RehearsalJob TrustedJob() =>
        store.Current.Publishers.Select(row => row.Publisher).FirstOrDefault(publisher => publisher is RehearsalPublisher.GitHub or RehearsalPublisher.GitLab) is { } publisher
            ? RehearsalJob.FromPublisher(publisher)
            : new();

    /// <summary>In bytes: the largest file that any project may contain, plus its form.</summary>
    private long LargestRequest => Math.Min(Math.Max(options.MaximumFileSize, options.MaximumProjectSize), long.MaxValue - FieldsAtMost) + FieldsAtMost;

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var preparation = Task.Run(keys.Prepare, cancellationToken);
        var routes = Routes.Create(options, store, tokens, issuer, sigstore, exchanges, pages, () => BaseUrl);
        var pipeline = new IndexApplication(options, routes, new FaultPlan(options.Faults), log);
        application = await KestrelHost.StartAsync(options.Port, LargestRequest, pipeline.HandleAsync, cancellationToken);
        BaseUrl = KestrelHost.Address(application);
        await preparation;
    }
}
