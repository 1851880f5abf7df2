using TrustedPublishing.Nuke;

// The repository is named explicitly because a clone may have no remote.
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], OnWorkflowDispatch = true, Environment = "pypi", Repository = "trusted-publishing/trusted-publishing-nuke")]
partial class Build;
