using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>PyPI's requirements beyond the specification. The server checks them only if the specification is met.</summary>
internal static class PyPIRules
{
    private const int LongestSummary = 512;
    private const int LongestLabel = 32;

    public static IEnumerable<RuleFinding> Check(MetadataInput input, DateTimeOffset? now) =>
    [
        .. LocalVersion(input),
        .. Summary(input),
        .. Mail(input, "author-email"),
        .. Mail(input, "maintainer-email"),
        .. ClassifierRules.Check(input.All("classifier"), now),
        .. Address(input, "home-page"),
        .. Address(input, "download-url"),
        .. input.ProjectUrls().SelectMany(ProjectUrl),
        .. input.All("provides-dist").SelectMany(value => Distribution("provides-dist", value)),
        .. input.All("obsoletes-dist").SelectMany(value => Distribution("obsoletes-dist", value)),
        .. input.All("requires-dist").SelectMany(Direct),
        .. input.All("dynamic").SelectMany(DynamicRules.OfPyPI),
        .. License(input),
    ];

    private static IEnumerable<RuleFinding> LocalVersion(MetadataInput input) =>
        !PythonVersion.TryParse(input.Single("version"), out var version) || version.Local is null ? [] :
        [MetadataFinding.Create("version", $"The use of local versions in '{version}' is not allowed.", $"Remove +{version.Local} from the version; indexes accept only public versions.", see: MetadataFinding.LocalVersions)];

    private static IEnumerable<RuleFinding> Summary(MetadataInput input) =>
        input.Single("summary") is not { } summary || PythonText.Length(summary) <= LongestSummary ? [] :
        [MetadataFinding.Create("summary", "'summary' field must be 512 characters or less.", $"Shorten the summary, which has {PythonText.Length(summary)} characters; details belong in the description.")];

    private static IEnumerable<RuleFinding> Mail(MetadataInput input, string header)
    {
        var address = MailAddresses.Only(input.Single(header) ?? "");
        return address.Length == 0 || MailSyntax.Complaint(address) is not { } wrong ? [] :
            [MetadataFinding.Create(header, $"{PythonText.Repr(address)} is not a valid email address: {wrong}", "Write the address as Name <user@example.org>, or leave it out.")];
    }

    private static IEnumerable<RuleFinding> Address(MetadataInput input, string header) =>
        input.Single(header) is not { } url || WebAddress.IsValid(url) ? [] :
        [MetadataFinding.Create(header, $"{PythonText.Repr(url)} is not a valid url.", "Use a URL that begins with https:// or http://.")];

    private static IEnumerable<RuleFinding> ProjectUrl((string Label, string Url) pair)
    {
        var (label, url) = pair;
        var (wrong, remedy) = label.Length == 0 ? ("Must have a label", "Give the project URL a label ([project.urls]).")
            : PythonText.Length(label) > LongestLabel ? ($"{PythonText.Repr(label)} must be 32 characters or less.", "Shorten the project URL's label.")
            : url.Length == 0 ? ("Must have a URL", $"Give the project URL '{label}' a value, or remove it.")
            : WebAddress.IsValid(url) ? (null, "")
            : ($"{PythonText.Repr(url)} is not a valid url", "Use a URL that begins with https:// or http://.");
        return wrong is null ? [] : [MetadataFinding.Create("project-url", wrong, remedy)];
    }

    private static IEnumerable<RuleFinding> Distribution(string header, string value)
    {
        if (Requirement.WhatFails(value) is { } what)
        {
            yield return MetadataFinding.ServerFails(header, what, RuleFinding.PlainMarker);
        }
        else if (!Requirement.TryParse(value, out var requirement, out var why))
        {
            yield return MetadataFinding.Create(header, $"{PythonText.Repr(value)} is invalid: {why}", "Write it as specified in PEP 508, for example foo>=1.2.");
        }
        else if (requirement.Url is not null)
        {
            yield return MetadataFinding.Create(header, $"Can't have direct dependency: {PythonText.Repr(value)}", $"Name {requirement.Name} without a URL.");
        }
    }

    private static IEnumerable<RuleFinding> Direct(string value) =>
        !Requirement.TryParse(value, out var requirement, out _) || requirement.Url is null ? [] :
        [MetadataFinding.Create("requires-dist", $"Can't have direct dependency: {requirement}", $"Depend on {requirement.Name} by name and version; an index accepts no URLs. Publish it there first if necessary.")];

    private static IEnumerable<RuleFinding> License(MetadataInput input) =>
        string.IsNullOrEmpty(input.Single("license")) || string.IsNullOrEmpty(input.Single("license-expression")) ? [] :
        [MetadataFinding.Create("license", "License is deprecated when License-Expression is present. Only License-Expression should be present.", "Keep the licence expression and remove License.")];
}
