using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Builds;

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class PlanFileAttribute(string name) : ConfigurationAttributeBase
{
    public string Name { get; } = name;

    public override string IdPostfix => Name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / "ci" / $"{Name}.yml";

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => [nameof(GeneratingBuild.Test)];

    public override IEnumerable<string> IrrelevantTargetNames => [nameof(GeneratingBuild.Clean)];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
        => new PlanFile(relevantTargets.Select(x => x.Name).ToList());
}

internal sealed class PlanFile(List<string> targets) : ConfigurationEntity
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("targets:");
        targets.ForEach(x => writer.WriteLine($"  - {x}"));
    }
}

[PlanFile("release")]
[PlanFile("manual", AutoGenerate = false)]
internal sealed class GeneratingBuild : NukeBuild
{
    public static int Run() => Execute<GeneratingBuild>(x => x.Test);

    internal Target Clean => _ => _.Executes(Say.Ran("Clean"));

    internal Target Compile => _ => _.DependsOn(Clean).Executes(Say.Ran("Compile"));

    internal Target Test => _ => _.DependsOn(Compile).Executes(Say.Ran("Test"));
}

[PlanFile("same", AutoGenerate = false)]
[PlanFile("same", AutoGenerate = false)]
internal sealed class DuplicateGeneratorsBuild : NukeBuild
{
    public static int Run() => Execute<DuplicateGeneratorsBuild>(x => x.Test);

    Target Test => _ => _.Executes(Say.Ran("Test"));
}
