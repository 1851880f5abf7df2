using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>An attribute that generates the release file of a CI system.</summary>
internal interface IGenerateWorkflow : IDeclarePublisher
{
    /// <summary>What is written below the header that says where the file comes from.</summary>
    /// <exception cref="Failure">Settings are invalid; the message names all of them.</exception>
    YamlMap Generate(RepositoryFacts facts);
}
