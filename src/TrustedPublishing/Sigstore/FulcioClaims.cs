namespace TrustedPublishing.Sigstore;

/// <summary>
/// The certificate extensions in which Fulcio records the claims of an identity token
/// (<see href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md"/>).
/// </summary>
internal static class FulcioClaims
{
    public const string Root = "1.3.6.1.4.1.57264.1.";

    public const string OldIssuer = Root + "1";

    public const string Issuer = Root + "8";

    public const string Repository = Root + "12";

    public const string Commit = Root + "13";

    public const string Ref = Root + "14";

    public const string Workflow = Root + "18";
}
