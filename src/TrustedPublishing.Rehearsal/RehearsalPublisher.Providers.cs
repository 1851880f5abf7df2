namespace TrustedPublishing.Rehearsal;

/// <summary>The publishers of each provider.</summary>
public abstract partial record RehearsalPublisher
{
    /// <summary>A workflow of a repository on GitHub.</summary>
    internal sealed record GitHub : RehearsalPublisher
    {
        /// <summary>The owner as GitHub spells it; compared exactly.</summary>
        public required string Owner { get; init; }

        /// <summary>The repository's name; compared exactly.</summary>
        public required string Repository { get; init; }

        /// <summary>The file name of the workflow.</summary>
        public required string Workflow { get; init; }

        /// <summary>The environment, stored in lower case as PyPI does; empty for any. Default: empty.</summary>
        public string Environment { get; init; } = "";

        /// <summary>GitHub's ID of the owner. Default: <c>123456</c>, which is also the default of <see cref="RehearsalJob"/>.</summary>
        public string OwnerId { get; init; } = "123456";
    }

    /// <summary>A pipeline of a project on GitLab.</summary>
    internal sealed record GitLab : RehearsalPublisher
    {
        /// <summary>The group path.</summary>
        public required string Namespace { get; init; }

        /// <summary>The project.</summary>
        public required string Project { get; init; }

        /// <summary>The path of the pipeline file. Default: <c>.gitlab-ci.yml</c>.</summary>
        public string WorkflowPath { get; init; } = ".gitlab-ci.yml";

        /// <summary>The environment, compared exactly; empty for any. Default: empty.</summary>
        public string Environment { get; init; } = "";

        /// <summary>The instance. Any instance other than the default is registered as an organisation's own issuer. Default: gitlab.com.</summary>
        public string Issuer { get; init; } = "https://gitlab.com";
    }

    /// <summary>A Google Cloud service account.</summary>
    internal sealed record Google : RehearsalPublisher
    {
        /// <summary>The account's e-mail address.</summary>
        public required string Email { get; init; }

        /// <summary>The account's subject; empty for any. Default: empty.</summary>
        public string Subject { get; init; } = "";
    }

    /// <summary>A project of the ActiveState platform.</summary>
    internal sealed record ActiveState : RehearsalPublisher
    {
        /// <summary>The organisation.</summary>
        public required string Organization { get; init; }

        /// <summary>The project.</summary>
        public required string Project { get; init; }

        /// <summary>The platform's ID of the acting user.</summary>
        public required string ActorId { get; init; }
    }
}
