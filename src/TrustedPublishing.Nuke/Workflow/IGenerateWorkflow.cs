using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>An attribute that generates the release file of a CI system.</summary>
internal interface IGenerateWorkflow : IDeclarePublisher
{
    /// <summary>The content below the host's header.</summary>
    /// <exception cref="Failure">Settings are invalid; the message lists all of them.</exception>
    YamlMap Generate(RepositoryFacts facts);
}
