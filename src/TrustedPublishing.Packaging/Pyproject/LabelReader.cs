namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The fields that the index shows next to the description: keywords, classifiers, URLs.</summary>
internal static class LabelReader
{
    public static IReadOnlyList<string> Keywords(TableReading reading, FindingList complaints)
    {
        var keywords = reading.Texts("keywords");
        foreach (var keyword in keywords.Where(keyword => keyword.Text!.AsSpan().IndexOfAny(",\r\n") >= 0))
        {
            complaints.Add(Diagnostics.InvalidKeyword(keyword));
        }

        return [.. keywords.Select(keyword => keyword.Text!.Trim()).Where(keyword => keyword.Length > 0)];
    }

    public static IReadOnlyList<string> Classifiers(TableReading reading, string? refusedExpression, FindingList complaints)
    {
        var classifiers = reading.Texts("classifiers");
        foreach (var classifier in classifiers)
        {
            if (refusedExpression is not null && classifier.Text!.StartsWith("License ::", StringComparison.Ordinal))
            {
                complaints.Add(Diagnostics.LicenseClassifier(classifier, refusedExpression));
            }
            else if (classifier.Text!.StartsWith("Private ::", StringComparison.Ordinal))
            {
                complaints.Add(Diagnostics.PrivateClassifier(classifier));
            }
        }

        return [.. classifiers.Select(classifier => classifier.Text!).Distinct()];
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Urls(TableReading reading, FindingList complaints)
    {
        var urls = reading.TextTable("urls");
        foreach (var (label, node) in urls)
        {
            if (label.Trim().Length is 0 or > 32 || label.AsSpan().IndexOfAny(",\r\n") >= 0)
            {
                complaints.Add(Diagnostics.UrlLabel(node));
            }

            if (!Uri.TryCreate(node.Text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || node.Text.Any(char.IsWhiteSpace))
            {
                complaints.Add(Diagnostics.UrlValue(node));
            }
        }

        return [.. urls.Select(url => KeyValuePair.Create(url.Key, url.Value.Text!))];
    }
}
