namespace TrustedPublishing.Nuke;

/// <summary>Failures that are not of a release, each of which has a section in the manual under its name. Those of a release have a <see cref="PublishFailure"/>.</summary>
internal enum ManualSection
{
    /// <summary>A parameter cannot be used.</summary>
    InvalidParameters,

    /// <summary>The project was not packed.</summary>
    PackingFailed,

    /// <summary>A distribution cannot be installed, run or built.</summary>
    DistributionsNotVerified,

    /// <summary>The embedded index did not start, or what it serves cannot be used.</summary>
    RehearsalFailed,

    /// <summary>The Doctor found an error.</summary>
    ReleaseNotReady,

    /// <summary>A workflow cannot be generated from the attribute.</summary>
    WorkflowNotGenerated,

    /// <summary>A committed workflow is not what is generated.</summary>
    WorkflowOutOfDate,

    /// <summary>The environment, or the files of a first release, were not set up.</summary>
    SetUpFailed,

    /// <summary>A defect of this library.</summary>
    UnexpectedError,
}
