using System.Net;

namespace TrustedPublishing.Upload;

/// <summary>Phrases that identify rejections; the first match decides.</summary>
internal static class UploadRejectionTexts
{
    private static readonly (string Words, UploadRejection Refusal)[] Table =
    [
        ("token is expired", UploadRejection.TokenExpired),
        ("Username/Password authentication is no longer supported", UploadRejection.PasswordNotAccepted),
        ("Invalid or non-existent authentication", UploadRejection.UnknownCredentials),
        ("is not valid for project", UploadRejection.TokenForOtherProject),
        ("Invalid API Token", UploadRejection.UnknownCredentials),
        ("allowed to upload to project", UploadRejection.NoRole),
        ("verified primary email", UploadRejection.AccountIncomplete),
        ("two factor authentication", UploadRejection.AccountIncomplete),
        ("two-factor authentication", UploadRejection.AccountIncomplete),
        ("Organization account owning this project is inactive", UploadRejection.AccountIncomplete),
        ("temporarily disabled", UploadRejection.UploadsDisabled),
        ("Non-user identities cannot create new projects", UploadRejection.ProjectNotCreatable),
        ("conflicts with an existing project", UploadRejection.ProjectNameRefused),
        ("too similar to an existing project", UploadRejection.ProjectNameRefused),
        ("Too many new projects", UploadRejection.TooManyProjects),
        ("previously used by a file", UploadRejection.FileNameUsedBefore),
        ("filename has already been used", UploadRejection.FileNameUsedBefore),
        ("releases older than", UploadRejection.ReleaseClosed),
        ("Only one sdist", UploadRejection.SecondSdist),
        ("Invalid attestations", UploadRejection.InvalidAttestations),
        ("Invalid distribution file", UploadRejection.InvalidArchive),
        ("include/exclude pattern", UploadRejection.InvalidDistribution),
        ("blacked out", UploadRejection.UploadsDisabled),
        ("File too large", UploadRejection.TooLarge),
        ("Project size too large", UploadRejection.TooLarge),
    ];

    private static readonly string[] Duplicate = [.. Index.IndexProfiles.All.SelectMany(profile => profile.DuplicateWords).Distinct()];

    public static UploadRejection? Find(HttpStatusCode status, string text)
    {
        foreach (var (words, refusal) in Table)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return refusal;
            }
        }

        return status == HttpStatusCode.BadRequest && IsNameRefused(text) ? UploadRejection.ProjectNameRefused : null;
    }

    public static bool SaysDuplicate(string text) =>
        Find(HttpStatusCode.BadRequest, text) is null && Array.Exists(Duplicate, words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>The name 'x' is invalid.</c> and <c>The name 'x' isn't allowed.</c></summary>
    private static bool IsNameRefused(string text) => text.StartsWith("The name '", StringComparison.Ordinal)
        && (text.Contains("isn't allowed", StringComparison.Ordinal) || text.Contains("' is invalid", StringComparison.Ordinal));
}
