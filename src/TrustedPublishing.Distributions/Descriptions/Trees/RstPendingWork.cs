namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Work that a directive defers.</summary>
internal enum RstPendingWork
{
    /// <summary>Apply a class to the next element.</summary>
    Class,

    /// <summary>Create a table of contents, or remove it if there is nothing to list.</summary>
    Contents,
}
