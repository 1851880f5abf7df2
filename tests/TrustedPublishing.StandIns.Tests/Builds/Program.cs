namespace Builds;

/// <summary>Runs the build named by the environment variable and passes the command line to it.</summary>
internal static class Program
{
    private static int Main() => Environment.GetEnvironmentVariable("STANDIN_SAMPLE") switch
    {
        nameof(OrderingBuild) => OrderingBuild.Run(),
        nameof(CyclicBuild) => CyclicBuild.Run(),
        nameof(ClosureBuild) => ClosureBuild.Run(),
        nameof(SkippingBuild) => SkippingBuild.Run(),
        nameof(FailingBuild) => FailingBuild.Run(),
        nameof(ComposedBuild) => ComposedBuild.Run(),
        nameof(ClashingBuild) => ClashingBuild.Run(),
        nameof(ImplementingBuild) => ImplementingBuild.Run(),
        nameof(PrivateOverrideBuild) => PrivateOverrideBuild.Run(),
        nameof(DerivedBuild) => DerivedBuild.Run(),
        nameof(ParameterBuild) => ParameterBuild.Run(),
        nameof(RequiringBuild) => RequiringBuild.Run(),
        nameof(RequiredMemberBuild) => RequiredMemberBuild.Run(),
        nameof(UnmarkedRequirementBuild) => UnmarkedRequirementBuild.Run(),
        nameof(GeneratingBuild) => GeneratingBuild.Run(),
        nameof(DuplicateGeneratorsBuild) => DuplicateGeneratorsBuild.Run(),
        nameof(LoggingBuild) => LoggingBuild.Run(),
        nameof(RepositoryBuild) => RepositoryBuild.Run(),
        nameof(EmptyBuild) => EmptyBuild.Run(),
        nameof(PackageBuild) => PackageBuild.Run(),
        nameof(HidingBuild) => HidingBuild.Run(),
        nameof(HidingTextBuild) => HidingTextBuild.Run(),
        nameof(ExplicitBuild) => ExplicitBuild.Run(),
        nameof(DemandingBuild) => DemandingBuild.Run(),
        nameof(RelaxedBuild) => RelaxedBuild.Run(),
        nameof(ExplicitlyRelaxedBuild) => ExplicitlyRelaxedBuild.Run(),
        nameof(StillDemandingBuild) => StillDemandingBuild.Run(),
        nameof(ThrowingRequirementBuild) => ThrowingRequirementBuild.Run(),
        var other => throw new ArgumentException($"no build '{other}'"),
    };
}
