using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The build as components see it through <c>this</c>. Implemented by <see cref="NukeBuild"/> only.</summary>
public interface INukeBuild
{
    /// <summary>Replaces the text of the running target in the outcome table.</summary>
    void ReportSummary(Configure<Dictionary<string, string>> configurator = null);

    IReadOnlyCollection<ExecutableTarget> InvokedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }
    IReadOnlyCollection<ExecutableTarget> AbortedTargets { get; }

    int? ExitCode { get; set; }

    AbsolutePath RootDirectory { get; }
    AbsolutePath TemporaryDirectory { get; }
    AbsolutePath BuildAssemblyFile { get; }
    AbsolutePath BuildAssemblyDirectory { get; }

    /// <summary>May be null: there is no project file next to a published build.</summary>
    AbsolutePath BuildProjectFile { get; }

    bool IsLocalBuild { get; }
    bool IsServerBuild { get; }

    T TryGetValue<T>(Expression<Func<T>> parameterExpression)
        where T : class;

    /// <summary>For value types: <c>TryGetValue&lt;int?&gt;(() => Attempts) ?? 3</c>.</summary>
    T TryGetValue<T>(Expression<Func<object>> parameterExpression);
}
