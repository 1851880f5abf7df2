using TrustedPublishing.Nuke;

partial class Build : ISetUpEnvironment;
