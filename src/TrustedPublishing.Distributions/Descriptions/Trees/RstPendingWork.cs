namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>What a directive leaves to be done.</summary>
internal enum RstPendingWork
{
    /// <summary>The next element gets a class.</summary>
    Class,

    /// <summary>A table of contents is made, or goes when there is nothing to list.</summary>
    Contents,
}
