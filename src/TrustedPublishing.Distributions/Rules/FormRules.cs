using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The upload form's own fields: name, file type, Python version, digests. Rules for their combination apply only if each field is valid.
/// </summary>
internal static partial class FormRules
{
    private const string Required = "This field is required.";
    private const string NotOurs = "The client fills in this field; an upload without it was not made by this library.";

    private static readonly string[] Digests = ["md5_digest", "sha256_digest", "blake2_256_digest"];

    public static IEnumerable<RuleFinding> Check(MetadataInput input)
    {
        List<RuleFinding> single = [.. Name(input), .. Digest(input, "blake2_256", "BLAKE2"), .. FileType(input), .. Digest(input, "sha256", "SHA256")];
        return single.Count > 0 ? single : Combination(input);
    }

    private static IEnumerable<RuleFinding> Name(MetadataInput input)
    {
        var name = input.First("name") ?? "";
        if (name.Length == 0)
        {
            yield return Name(name, Required, "Give the project a name: [project] name in pyproject.toml.");
        }
        else if (!ProjectName.IsValid(name))
        {
            yield return Name(name, "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.",
                "Rename the project: ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends.");
        }
    }

    private static RuleFinding Name(string name, string error, string remedy) => new("name", "name",
        $"{PythonText.Repr(Shortened(name))} is an invalid value for Name. Error: {error} See https://packaging.python.org/specifications/core-metadata for more information.",
        remedy);

    /// <summary>The message shows the first and last thirty characters of a long value.</summary>
    private static string Shortened(string value)
    {
        var runes = value.EnumerateRunes().ToArray();
        return runes.Length <= 60 ? value : $"{Text(runes[..30])}...{Text(runes[^30..])}";
    }

    private static string Text(Rune[] runes) => string.Concat(runes.Select(rune => rune.ToString()));

    private static IEnumerable<RuleFinding> FileType(MetadataInput input) => input.First("filetype") switch
    {
        null or "" => [Field("filetype", Required, NotOurs)],
        "sdist" or "bdist_wheel" => [],
        _ => [Field("filetype", "Use a known file type.", "Publish a .tar.gz sdist or a .whl wheel; PyPI accepts nothing else.")],
    };

    private static IEnumerable<RuleFinding> Digest(MetadataInput input, string algorithm, string label)
    {
        var digest = input.First($"{algorithm}_digest") ?? "";
        return PythonText.Strip(digest).Length == 0 || Hexadecimal().IsMatch(digest)
            ? []
            : [Field($"{algorithm}_digest", $"Use a valid, hex-encoded, {label} message digest.", "Send the digest as 64 hexadecimal digits.")];
    }

    private static IEnumerable<RuleFinding> Combination(MetadataInput input)
    {
        var python = input.First("pyversion") ?? "";
        var wheel = input.First("filetype") == "bdist_wheel";
        if (wheel && python.Length == 0)
        {
            yield return Field("pyversion", "Python version is required for binary distribution uploads.", NotOurs);
        }
        else if (!wheel && python is not ("" or "source"))
        {
            yield return Field("pyversion", "Use 'source' as Python version for an sdist.", "Send pyversion 'source' with a source distribution.");
        }
        else if (Digests.All(field => string.IsNullOrEmpty(input.First(field))))
        {
            yield return new("", "", "Error: Include at least one message digest.", "Send sha256_digest with the file.");
        }
    }

    private static RuleFinding Field(string field, string error, string remedy) =>
        new(field, field, $"Invalid value for {field}. Error: {error}", remedy);

    /// <summary>Python's <c>$</c> also matches before a final line feed.</summary>
    [GeneratedRegex(@"\A[A-Fa-f0-9]{64}\n?\z")]
    private static partial Regex Hexadecimal();
}
