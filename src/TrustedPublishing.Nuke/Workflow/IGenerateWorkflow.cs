using Nuke.Common.CI;
using Nuke.Common.Utilities;
using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>An attribute that generates the release file of a CI system.</summary>
internal interface IGenerateWorkflow : IDeclarePublisher
{
    /// <summary>The file, relative to the repository's root, with forward slashes.</summary>
    string GeneratedFile { get; }

    /// <summary>Whether a manually started release can go to TestPyPI, in the environment <c>testpypi</c>.</summary>
    bool OffersTestPyPI { get; }

    CustomFileWriter CreateWriter(StreamWriter streamWriter);

    /// <summary>The content below NUKE's header.</summary>
    /// <exception cref="Failure">Settings are invalid; the message lists all of them.</exception>
    ConfigurationEntity Generate(RepositoryFacts facts);
}
