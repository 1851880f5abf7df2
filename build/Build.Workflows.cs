using TrustedPublishing.Nuke;

// The repository is named because a clone need not have a remote.
[TrustedPublishingWorkflow("release", OnPushTags = ["v*"], OnWorkflowDispatch = true, Environment = "pypi", Repository = "trusted-publishing/trusted-publishing-nuke")]
partial class Build;
