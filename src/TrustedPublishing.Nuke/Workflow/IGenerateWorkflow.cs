using Nuke.Common.CI;
using Nuke.Common.Utilities;
using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>An attribute that writes the file in which a CI system reads how to release.</summary>
internal interface IGenerateWorkflow : IDeclarePublisher
{
    /// <summary>The file, relative to the repository's root, with forward slashes.</summary>
    string GeneratedFile { get; }

    /// <summary>Whether who starts a release by hand can choose TestPyPI, in the environment <c>testpypi</c>.</summary>
    bool OffersTestPyPI { get; }

    CustomFileWriter CreateWriter(StreamWriter streamWriter);

    /// <summary>What is written below NUKE's header.</summary>
    /// <exception cref="Failure">Settings are invalid; the message names all of them.</exception>
    ConfigurationEntity Generate(RepositoryFacts facts);
}
