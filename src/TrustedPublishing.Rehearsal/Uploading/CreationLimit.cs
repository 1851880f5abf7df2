using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Limits how many projects may be created by upload per hour. This is the first check for a new project.</summary>
internal static class CreationLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The rejection, or null. It has no <c>Retry-After</c>, but its headers say when the next project may be created.</summary>
    public static UploadError? Rejection(IndexState state, string user, RehearsalOptions options)
    {
        var now = options.Time.GetUtcNow();
        CreationRow[] recent = [.. Recent(state, now)];
        return Exceeded("user", options.ProjectsPerUserAndHour, [.. recent.Where(creation => creation.User == user)], now)
            ?? Exceeded("ip", options.ProjectsPerAddressAndHour, recent, now);
    }

    public static IndexState Count(IndexState state, string user, DateTimeOffset now) =>
        state with { Creations = [.. Recent(state, now), new(user, now)] };

    private static IEnumerable<CreationRow> Recent(IndexState state, DateTimeOffset now) => state.Creations.Where(creation => now - creation.At < Window);

    private static UploadError? Exceeded(string kind, int limit, CreationRow[] creations, DateTimeOffset now) => creations.Length < limit ? null
        : new(429, "Too many new projects created")
        {
            Headers =
            [
                new("RateLimit", $"\"project.create.{kind}\";r=0;t={Seconds(creations, limit, now)}"),
                new("RateLimit-Policy", $"\"project.create.{kind}\";q={limit};w={(long)Window.TotalSeconds}"),
            ],
        };

    /// <summary>The seconds until enough creations have expired to allow another one.</summary>
    private static long Seconds(CreationRow[] creations, int limit, DateTimeOffset now) =>
        limit == 0 ? (long)Window.TotalSeconds : (long)Math.Ceiling((creations[^limit].At + Window - now).TotalSeconds);
}
