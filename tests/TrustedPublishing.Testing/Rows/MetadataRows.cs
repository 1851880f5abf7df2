namespace TrustedPublishing.Testing.Rows;

/// <summary>Forms whose verdict depends on one metadata field.</summary>
public static class MetadataRows
{
    private const string See = "See https://packaging.python.org/specifications/core-metadata for more information.";

    private static readonly string[] SoundTypes =
    [
        "text/markdown", "Text/Markdown", "text/markdown; charset=UTF-8", "text/markdown; charset=UTF-8; variant=GFM",
        "text/markdown; variant=CommonMark", "text/plain", "text/x-rst; charset=UTF-8", "text/markdown; charset=\"UTF-8\"", "text/markdown;charset=UTF-8;",
        "text/markdown; charset = UTF-8 ; x", "text/plain; charset==latin1", "text/plain; charset=?", "text/plain; charset:latin1", "text/plain; =latin1",
        "text/markdown; charset=UTF-8; charset=latin1", "text/plain;;charset=UTF-8", "text/plain; (c)charset(c)=(c)UTF-8(c)", "text/plain; charset=\"UTF-8", "text/plain\n",
        "text/plain; x=\";charset=latin1\"", "text/plain; charset=UTF-8 latin1", "text/x-rst; variant=nonsense",
    ];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<FormRow> All { get; } = [.. Texts, .. Addresses, .. MailRows.All, .. ServerErrors, .. MarkerRows.All, .. Classifiers, .. Dependencies, .. Versioned, .. Licences, .. ContentTypes];

    private static FormRow[] Texts =>
    [
        FormRow.Of("summary of 512", null, ("summary", new string('a', 512))),
        FormRow.Of("summary of 513", $"'summary' field must be 512 characters or less. {See}", ("summary", new string('a', 513))),
        FormRow.Of("summary of 512 emoji", null, ("summary", string.Concat(Enumerable.Repeat("🐍", 512)))),
        FormRow.Of("unknown classifier in Latin-1", $"'Sprache :: Töml' is not a valid classifier. {See}", ("classifiers", "Sprache :: Töml")),
        FormRow.Of("unknown classifier beyond Latin-1", $"'日 :: ö🐍' is not a valid classifier. {See}", ("classifiers", "日 :: ö🐍")),
        FormRow.Of("summary of two lines", $"'summary' must be a single line. {See}", ("summary", "A\nB")),
        FormRow.Of("summary with a lone carriage return", null, ("summary", "A\rB")),
        FormRow.Of("two summaries", $"'summary' has invalid data. {See}", ("summary", "A"), ("summary", "B")),
        FormRow.Of("keywords and author", null, ("keywords", "keyword1, keyword2"), ("author", "Some Author")),
        FormRow.Of("UNKNOWN", null, ("home_page", " UNKNOWN "), ("summary", "UNKNOWN")),
        FormRow.Of("dynamic Invalid", $"'invalid' is not a valid dynamic field. {See}", ("metadata_version", "2.2"), ("dynamic", "Invalid")),
        FormRow.Of("dynamic Name", $"'name' is not allowed as a dynamic field. {See}", ("metadata_version", "2.2"), ("dynamic", "Name")),
        FormRow.Of("dynamic Dynamic", $"Dynamic field 'dynamic' is not a valid dynamic field. {See}", ("metadata_version", "2.2"), ("dynamic", "Dynamic")),
        FormRow.Of("dynamic Requires-Dist", null, ("metadata_version", "2.2"), ("dynamic", "Requires-Dist")),
        FormRow.Of("bad extra", $"'bad extra' is invalid for 'provides-extra'. {See}", ("metadata_version", "2.1"), ("provides_extra", "bad extra")),
    ];

    /// <summary>Values for which the packaging library fails to produce a message, so that the server fails too.</summary>
    private static FormRow[] ServerErrors =>
    [
        Failing("requires_python", "requires-python", "{x}", "it would answer \"'{x}' is invalid for 'requires-python'\", and fails on the brace"),
        Failing("requires_dist", "requires-dist", "foo }", "it would answer \"'foo }' is invalid for 'requires-dist'\", and fails on the brace"),
        Failing("dynamic", "dynamic", "{", "it would answer \"'{' is not a valid dynamic field\", and fails on the brace"),
        Failing("provides_extra", "provides-extra", "{9}", "it would answer \"'{9}' is invalid for 'provides-extra'\", and fails on the brace"),
        Failing("license_file", "license-file", "../{x}", "it would answer \"'../{x}' is invalid for 'license-file', parent directory indicators are not allowed\", and fails on the brace"),
        Failing("import_name", "import-name", "{x}", "it would answer \"'{x}' is invalid for 'import-name'; '{x}' is not a valid identifier\", and fails on the brace"),
        FormRow.Of("server fails: metadata version", Failure("metadata-version", "it would answer \"'{x}' is not a valid metadata version\", and fails on the brace"), ("metadata_version", "{x}")),
        Failing("version", "version", "{x}", "it would answer \"'{x}' is invalid for 'version'\", and fails on the brace"),
        Failing("version", "version", new string('1', 4301), "a number in it has more than 4300 digits, which Python cannot parse"),
        Failing("version", "version", $"1.0+{new string('1', 4301)}", "a number in it has more than 4300 digits, which Python cannot parse"),
        Failing("version", "version", $"1.0.post{new string('0', 4301)}", "a number in it has more than 4300 digits, which Python cannot parse"),
        Failing("license_expression", "license-expression", "MIT OR LicenseRef-a+", "it contains a LicenseRef- with a plus, which PyPI looks up in its list of licences"),
        Failing("description_content_type", "description-content-type", "text/markdown;\r\n charset=UTF-8", "its value spans several lines"),
        Failing("description_content_type", "description-content-type", "text/markdown;\u2028charset=UTF-8", "its value spans several lines"),
        FormRow.Of("a brace where the name of the field would stand", $"''requires-python'' is invalid for 'requires-python'. {See}", ("requires_python", "{field}")),
        FormRow.Of("braces doubled", $"'{{x}}' is invalid for 'requires-python'. {See}", ("requires_python", "{{x}}")),
        FormRow.Of("a brace where nothing else is said", $"'summary' field must be 512 characters or less. {See}", ("summary", new string('{', 513))),
        FormRow.Of("a failing field comes before all others of its stage", Failure("requires-python", "it would answer \"'{' is invalid for 'requires-python'\", and fails on the brace"), ("metadata_version", "9"), ("version", "dog"), ("requires_python", "{")),
        FormRow.Of("the form's own fields come before a failing one", "Invalid value for filetype. Error: Use a known file type.", ("filetype", "egg"), ("requires_python", "{")),
        FormRow.Of("a version of many digits", null, ("version", $"1.{new string('9', 200)}")),
        FormRow.Of("a Python version of too many digits", null, ("requires_python", $">=3.{new string('9', 5000)}")),
    ];

    private static FormRow Failing(string field, string header, string value, string why) =>
        FormRow.Of($"server fails: {field} {value[..Math.Min(value.Length, 30)]}", Failure(header, why), ("metadata_version", "2.5"), (field, value));

    private static string Failure(string header, string why) => $"PyPI's server fails on {header} with status 500 (Internal Server Error): {why}.";

    private static FormRow[] Addresses =>
    [
        FormRow.Of("e-mail that is none", $"'test' is not a valid email address: An email address must have an @-sign. {See}", ("author_email", "Foo <test>")),
        FormRow.Of("empty e-mail", null, ("author_email", "Foo <>")),
        FormRow.Of("e-mail with a name", null, ("author_email", "Foo Bar <foo@example.com>")),
        FormRow.Of("two e-mails", null, ("maintainer_email", "a <a@example.com>, b <nonsense>")),
        FormRow.Of("e-mail on this machine", $"'a@localhost' is not a valid email address: The part after the @-sign is not valid. It should have a period. {See}", ("maintainer_email", "a@localhost")),
        FormRow.Of("home page over IRC", $"'irc://example.com/' is not a valid url. {See}", ("home_page", "irc://example.com/")),
        FormRow.Of("home page without host", null, ("home_page", "https:nowhere")),
        FormRow.Of("project URL of a comma", $"Must have a label. {See}", ("project_urls", ",")),
        FormRow.Of("empty project URL", null, ("project_urls", "")),
        FormRow.Of("project URL with a long label", $"'{new string('A', 100)}' must be 32 characters or less. {See}", ("project_urls", $"{new string('A', 100)}, https://example.com/")),
        FormRow.Of("project URL with a label of 32", null, ("project_urls", $"{new string('A', 32)}, https://example.com/")),
        FormRow.Of("project URL without URL", $"Must have a URL. {See}", ("project_urls", "IRC,")),
        FormRow.Of("project URL over IRC", $"'irc://example.com/' is not a valid url. {See}", ("project_urls", "IRC, irc://example.com/")),
        FormRow.Of("project URLs of labels that differ in case", null, ("project_urls", "Home, https://a.example"), ("project_urls", "home, https://b.example")),
        FormRow.Of("project URLs of one label", $"'project_urls' has invalid data. {See}", ("project_urls", "Home, https://a.example"), ("project_urls", "Home, https://b.example")),
    ];

    private static FormRow[] Classifiers =>
    [
        FormRow.Of("known classifier", null, ("classifiers", "Programming Language :: Python :: 3")),
        FormRow.Of("unknown classifier", $"'Invalid :: Classifier' is not a valid classifier. {See}", ("classifiers", "Invalid :: Classifier")),
        FormRow.Of("classifier in another case", $"'topic :: utilities' is not a valid classifier. {See}", ("classifiers", "topic :: utilities")),
        FormRow.Of("classifier twice", null, ("classifiers", "Topic :: Utilities"), ("classifiers", "Topic :: Utilities")),
        FormRow.Of("classifiers by the alphabet", $"'A' is not a valid classifier. {See}", ("classifiers", "B"), ("classifiers", "A")),
        FormRow.Of("unknown classifier before a deprecated one", $"'Z' is not a valid classifier. {See}", ("classifiers", "Natural Language :: Ukranian"), ("classifiers", "Z")),
        FormRow.Of("private classifier", $"'Private :: Do Not Upload' is not a valid classifier. {See}", ("classifiers", "Private :: Do Not Upload")),
        FormRow.Of("deprecated classifier with a replacement",
            $"The classifier 'Natural Language :: Ukranian' has been deprecated, use one of ['Natural Language :: Ukrainian'] instead. {See}", ("classifiers", "Natural Language :: Ukranian")),
        FormRow.Of("deprecated classifier without one",
            $"The classifier 'License :: OSI Approved :: X.Net License' has been deprecated. {See}", ("classifiers", "License :: OSI Approved :: X.Net License")),
    ];

    private static FormRow[] Dependencies =>
    [
        FormRow.Of("provides_dist with an address", $"Can't have direct dependency: 'foo @ https://example.com/foo-1.0.tar.gz'. {See}", ("provides_dist", "foo @ https://example.com/foo-1.0.tar.gz")),
        FormRow.Of("obsoletes_dist with an address", $"Can't have direct dependency: 'foo @ https://example.com/foo-1.0.tar.gz'. {See}", ("obsoletes_dist", "foo @ https://example.com/foo-1.0.tar.gz")),
        FormRow.Of("requires_dist with an address", $"Can't have direct dependency: foo @ https://example.com/foo-1.0.tar.gz. {See}", ("requires_dist", "foo @ https://example.com/foo-1.0.tar.gz")),
        FormRow.Of("requires_dist with a bad version", $"'foo >= dog' is invalid for 'requires-dist'. {See}", ("requires_dist", "foo >= dog")),
        FormRow.Of("requires_dist with everything", null, ("requires_dist", "foo[a,b] (>=1.0,!=1.5.*) ; python_version < '3.12' and extra == 'x'")),
        FormRow.Of("provides_dist with a bad version",
            $"'foo >= dog' is invalid: Expected semicolon (after name with no version specifier) or end\n    foo >= dog\n        ^. {See}", ("provides_dist", "foo >= dog")),
        FormRow.Of("requires_python 3", $"'3' is invalid for 'requires-python'. {See}", ("requires_python", "3")),
        FormRow.Of("requires_python >=3.x", $"'>=3.x' is invalid for 'requires-python'. {See}", ("requires_python", ">=3.x")),
        FormRow.Of("requires_python with a prefix", null, ("requires_python", ">=3.8,!=3.9.*,<4")),
    ];

    private static FormRow[] Versioned =>
    [
        FormRow.Of("description content type in 1.2", $"description-content-type introduced in metadata version 2.1, not 1.2. {See}", ("description_content_type", "text/plain")),
        FormRow.Of("classifier in 1.0", $"classifier introduced in metadata version 1.1, not 1.0. {See}", ("metadata_version", "1.0"), ("classifiers", "Topic :: Utilities")),
        FormRow.Of("licence expression in 1.2", $"license-expression introduced in metadata version 2.4, not 1.2. {See}", ("license_expression", "MIT")),
        FormRow.Of("import name in 2.4", $"import-name introduced in metadata version 2.5, not 2.4. {See}", ("metadata_version", "2.4"), ("import_name", "foo")),
        FormRow.Of("import name in 2.5", null, ("metadata_version", "2.5"), ("import_name", "foo.bar; private")),
        FormRow.Of("import name that is a keyword", $"'foo.class' is invalid for 'import-name'; 'class' is a keyword. {See}", ("metadata_version", "2.5"), ("import_name", "foo.class")),
        FormRow.Of("import name of an option only", $"'' is invalid for 'import-name'; '' is not a valid identifier. {See}", ("metadata_version", "2.5"), ("import_name", ";private")),
        FormRow.Of("import name with an empty part", $"'foo..bar' is invalid for 'import-name'; '' is not a valid identifier. {See}", ("metadata_version", "2.5"), ("import_name", "foo..bar")),
        FormRow.Of("import name with another option", $"'foo; public' is invalid for 'import-name'; the only valid option is 'private'. {See}", ("metadata_version", "2.5"), ("import_name", "foo; public")),
        FormRow.Of("too new a field that is empty", null, ("license_expression", "")),
    ];

    private static FormRow[] Licences =>
    [
        FormRow.Of("licence expression in any case", null, ("metadata_version", "2.4"), ("license_expression", "mit or apache-2.0")),
        FormRow.Of("licence without operator", $"'MIT Apache-2.0' is invalid for 'license-expression'. {See}", ("metadata_version", "2.4"), ("license_expression", "MIT Apache-2.0")),
        FormRow.Of("licence twice", $"License is deprecated when License-Expression is present. Only License-Expression should be present. {See}",
            ("metadata_version", "2.4"), ("license", "MIT"), ("license_expression", "MIT")),
        FormRow.Of("licence file above", $"'../LICENSE' is invalid for 'license-file', parent directory indicators are not allowed. {See}", ("metadata_version", "2.4"), ("license_file", "../LICENSE")),
        FormRow.Of("licence files by pattern", $"'LICEN[CS]E*' is invalid for 'license-file', paths must be resolved. {See}", ("metadata_version", "2.4"), ("license_file", "LICEN[CS]E*")),
        FormRow.Of("licence file at the root", $"'/LICENSE' is invalid for 'license-file', paths must be relative. {See}", ("metadata_version", "2.4"), ("license_file", "/LICENSE")),
        FormRow.Of("licence file with a backslash", $@"'a\\LICENSE' is invalid for 'license-file', paths must use '/' delimiter. {See}", ("metadata_version", "2.4"), ("license_file", @"a\LICENSE")),
    ];

    private static FormRow[] ContentTypes =>
    [
        .. from type in SoundTypes
           select Typed(type, null),
        Typed("text/markdown; charset=utf-8", "'description-content-type' can only specify the UTF-8 charset, not 'utf-8'"),
        Typed("text/x-rst; charset=us-ascii", "'description-content-type' can only specify the UTF-8 charset, not 'us-ascii'"),
        Typed("text/markdown; variant=gfm", "valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not 'gfm'"),
        Typed("text/plain; charset", "'description-content-type' can only specify the UTF-8 charset, not ''"),
        Typed("text/plain; charset=\"\"", "'description-content-type' can only specify the UTF-8 charset, not ''"),
        Typed("text/plain; charset=U TF", "'description-content-type' can only specify the UTF-8 charset, not 'U'"),
        Typed("text/plain; charset=\"la\\tin\"", "'description-content-type' can only specify the UTF-8 charset, not 'latin'"),
        Typed("text/plain; charset=UTF-8; Charset=latin1", "'description-content-type' can only specify the UTF-8 charset, not 'latin1'"),
        Typed("text/plain (c); charset=UTF-8", "'description-content-type' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not 'text/plain (c); charset=UTF-8'"),
        Typed("text/plain charset=UTF-8", "'description-content-type' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not 'text/plain charset=UTF-8'"),
        Typed("text /plain", "'description-content-type' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not 'text /plain'"),
        Typed("text/html", "'description-content-type' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not 'text/html'"),
        Typed("markdown", "'description-content-type' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not 'markdown'"),
    ];

    private static FormRow Typed(string type, string? wrong) =>
        FormRow.Of(type, wrong is null ? null : $"{wrong}. {See}", ("metadata_version", "2.1"), ("description_content_type", type));
}
