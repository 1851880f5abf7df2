using TrustedPublishing.Nuke;

partial class Build : IDoctor;
