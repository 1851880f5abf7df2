using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>The limit on the size of one file, which PyPI raises on request.</summary>
internal static class SizeRules
{
    private const long Mebibyte = 1024 * 1024;
    private const string Request = "https://docs.pypi.org/project-management/storage-limits#requesting-a-file-size-limit-increase";

    public static IEnumerable<Finding> Check(string fileName, string project, long size, long limit) => size <= limit ? [] :
    [
        new(FindingSeverity.Error, fileName,
            $"File too large. Limit for project {PythonText.Repr(project)} is {limit / Mebibyte} MB. See {Request} for more information.",
            $"The file has {(size + Mebibyte - 1) / Mebibyte} MiB. Make it smaller, or request a higher limit at {Request}; if the limit was already raised, use `--pypi-preflight Warn`.") { IsPolicy = true },
    ];
}
