using System.Net;

namespace TrustedPublishing.Upload;

/// <summary>The words by which refusals are recognised, the first that occurs decides.</summary>
internal static class UploadRefusalTexts
{
    private static readonly (string Words, UploadRefusal Refusal)[] Table =
    [
        ("token is expired", UploadRefusal.TokenExpired),
        ("Username/Password authentication is no longer supported", UploadRefusal.PasswordNotAccepted),
        ("Invalid or non-existent authentication", UploadRefusal.UnknownCredentials),
        ("is not valid for project", UploadRefusal.TokenForOtherProject),
        ("Invalid API Token", UploadRefusal.UnknownCredentials),
        ("allowed to upload to project", UploadRefusal.NoRole),
        ("verified primary email", UploadRefusal.AccountIncomplete),
        ("two factor authentication", UploadRefusal.AccountIncomplete),
        ("two-factor authentication", UploadRefusal.AccountIncomplete),
        ("Organization account owning this project is inactive", UploadRefusal.AccountIncomplete),
        ("temporarily disabled", UploadRefusal.UploadsDisabled),
        ("Non-user identities cannot create new projects", UploadRefusal.ProjectNotCreatable),
        ("conflicts with an existing project", UploadRefusal.ProjectNameRefused),
        ("too similar to an existing project", UploadRefusal.ProjectNameRefused),
        ("Too many new projects", UploadRefusal.TooManyProjects),
        ("previously used by a file", UploadRefusal.FileNameUsedBefore),
        ("filename has already been used", UploadRefusal.FileNameUsedBefore),
        ("releases older than", UploadRefusal.ReleaseClosed),
        ("Only one sdist", UploadRefusal.SecondSdist),
        ("Invalid attestations", UploadRefusal.InvalidAttestations),
        ("Invalid distribution file", UploadRefusal.InvalidArchive),
        ("File too large", UploadRefusal.TooLarge),
        ("Project size too large", UploadRefusal.TooLarge),
    ];

    private static readonly string[] Duplicate =
        ["already exist", "already been taken", "already contains", "updating asset", "cannot be updated", "overwrite artifact", "overwrite all artifacts"];

    public static UploadRefusal? Find(HttpStatusCode status, string text)
    {
        foreach (var (words, refusal) in Table)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return refusal;
            }
        }

        return status == HttpStatusCode.BadRequest && IsNameRefused(text) ? UploadRefusal.ProjectNameRefused : null;
    }

    public static bool SaysDuplicate(string text) =>
        Find(HttpStatusCode.BadRequest, text) is null && Array.Exists(Duplicate, words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>The name 'x' is invalid.</c> and <c>The name 'x' isn't allowed.</c></summary>
    private static bool IsNameRefused(string text) => text.StartsWith("The name '", StringComparison.Ordinal)
        && (text.Contains("isn't allowed", StringComparison.Ordinal) || text.Contains("' is invalid", StringComparison.Ordinal));
}
