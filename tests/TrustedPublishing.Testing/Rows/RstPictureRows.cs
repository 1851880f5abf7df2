namespace TrustedPublishing.Testing.Rows;

/// <summary>Images, figures and code.</summary>
internal static class RstPictureRows
{
    public static IReadOnlyList<DescriptionRow> All { get; } = [.. Images, .. Figures, .. Code];

    private static DescriptionRow[] Images =>
    [
        new("image: :height: 50px", ".. image:: a.png\n   :height: 50px\n"),
        new("image: :height: 50%", ".. image:: a.png\n   :height: 50%\n", 1, "Error in \"image\" directive:"),
        new("image: :height: 1.5 em", ".. image:: a.png\n   :height: 1.5 em\n"),
        new("image: :height: 1.2.3", ".. image:: a.png\n   :height: 1.2.3\n", 1, "Error in \"image\" directive:"),
        new("image: :height: -1", ".. image:: a.png\n   :height: -1\n", 1, "Error in \"image\" directive:"),
        new("image: :height: x", ".. image:: a.png\n   :height: x\n", 1, "Error in \"image\" directive:"),
        new("image: :height:", ".. image:: a.png\n   :height:\n", 1, "Error in \"image\" directive:"),
        new("image: :height: 50", ".. image:: a.png\n   :height: 50\n"),
        new("image: :width: 50%", ".. image:: a.png\n   :width: 50%\n"),
        new("image: :width: abc", ".. image:: a.png\n   :width: abc\n", 1, "Error in \"image\" directive:"),
        new("image: :width: 10 q", ".. image:: a.png\n   :width: 10 q\n", 1, "Error in \"image\" directive:"),
        new("image: :width:", ".. image:: a.png\n   :width:\n", 1, "Error in \"image\" directive:"),
        new("image: :scale: 50 %", ".. image:: a.png\n   :scale: 50 %\n"),
        new("image: :scale: x", ".. image:: a.png\n   :scale: x\n", 1, "Error in \"image\" directive:"),
        new("image: :scale: -5", ".. image:: a.png\n   :scale: -5\n", 1, "Error in \"image\" directive:"),
        new("image: :align: left", ".. image:: a.png\n   :align: left\n"),
        new("image: :align: top", ".. image:: a.png\n   :align: top\n", 1, "Error in \"image\" directive: \"top\" is not a valid value for the \"align\" option.  Valid values for \"align\" are: \"left\", \"center\", \"right\"."),
        new("image: :align: middle", ".. image:: a.png\n   :align: middle\n", 1, "Error in \"image\" directive: \"middle\" is not a valid value for the \"align\" option.  Valid values for \"align\" are: \"left\", \"center\", \"right\"."),
        new("image: :align: justify", ".. image:: a.png\n   :align: justify\n", 1, "Error in \"image\" directive:"),
        new("image: :align:", ".. image:: a.png\n   :align:\n", 1, "Error in \"image\" directive:"),
        new("image: :loading: lazy", ".. image:: a.png\n   :loading: lazy\n"),
        new("image: :loading: link", ".. image:: a.png\n   :loading: link\n"),
        new("image: :loading: embed", ".. image:: a.png\n   :loading: embed\n", 1, "Cannot embed image \"a.png\":"),
        new("image: :loading: eager", ".. image:: a.png\n   :loading: eager\n", 1, "Error in \"image\" directive:"),
        new("image: :alt:", ".. image:: a.png\n   :alt:\n"),
        new("image: :alt: text", ".. image:: a.png\n   :alt: text\n"),
        new("image: :target: https://example.com", ".. image:: a.png\n   :target: https://example.com\n"),
        new("image: :target: nosuch_", ".. image:: a.png\n   :target: nosuch_\n", null, "Unknown target name: \"nosuch\"."),
        new("image: :target: `no such`_", ".. image:: a.png\n   :target: `no such`_\n", null, "Unknown target name: \"no such\"."),
        new("image: :target:", ".. image:: a.png\n   :target:\n", 1, "Error in \"image\" directive:"),
        new("image: :class: a b", ".. image:: a.png\n   :class: a b\n"),
        new("image: :class: 1", ".. image:: a.png\n   :class: 1\n", 1, "Error in \"image\" directive:"),
        new("image: :class:", ".. image:: a.png\n   :class:\n", 1, "Error in \"image\" directive:"),
        new("image: :name: a", ".. image:: a.png\n   :name: a\n"),
        new("image: :figwidth: 1", ".. image:: a.png\n   :figwidth: 1\n", 1, "Error in \"image\" directive:"),
        new("image: :alt: a    :alt: b", ".. image:: a.png\n   :alt: a\n   :alt: b\n", 1, "Error in \"image\" directive:"),
        new("image: :two words: x", ".. image:: a.png\n   :two words: x\n", 1, "Error in \"image\" directive:"),
        new("image: :unknown: x", ".. image:: a.png\n   :unknown: x\n", 1, "Error in \"image\" directive:"),
        new("image: none", ".. image::\n", 1, "Error in \"image\" directive:"),
        new("image: content", ".. image:: a.png\n\n   text\n", 1, "Error in \"image\" directive:"),
        new("image: text below", ".. image:: a.png\n   text\n"),
        new("image: text below the options", ".. image:: a.png\n   :alt: a\n   text\n", 1, "Error in \"image\" directive:"),
        new("image: text behind", ".. image:: a.png\ntext\n", 2, "Explicit markup ends without a blank line; unexpected unindent."),
        new("image: target of the document", ".. image:: a.png\n   :target: a_\n\n.. _a: https://example.com\n"),
        new("image: the same name twice", ".. image:: a.png\n   :name: a\n\n.. image:: b.png\n   :name: a\n", 4, "Duplicate explicit target name: \"a\"."),
    ];

    private static DescriptionRow[] Figures =>
    [
        new("figure: caption", ".. figure:: a.png\n\n   text\n"),
        new("figure: caption and legend", ".. figure:: a.png\n   :figwidth: image\n\n   text\n\n   - legend\n"),
        new("figure: empty comment and legend", ".. figure:: a.png\n\n   ..\n\n   legend\n"),
        new("figure: list as caption", ".. figure:: a.png\n\n   - text\n", 1, "Figure caption must be a paragraph or empty comment."),
        new("figure: quote as caption", ".. figure:: a.png\n\n      text\n"),
        new("figure: comment as caption", ".. figure:: a.png\n\n   .. text\n", 1, "Figure caption must be a paragraph or empty comment."),
        new("figure: broken caption", ".. figure:: a.png\n\n   a *b\n", 3, "Inline emphasis start-string without end-string."),
        new("figure: figwidth", ".. figure:: a.png\n   :figwidth: 50%\n"),
        new("figure: wrong figwidth", ".. figure:: a.png\n   :figwidth: x\n", 1, "Error in \"figure\" directive:"),
        new("figure: empty figwidth", ".. figure:: a.png\n   :figwidth:\n", 1, "Error in \"figure\" directive:") { ServerFails = true },
        new("figure: align top", ".. figure:: a.png\n   :align: top\n", 1, "Error in \"figure\" directive:"),
        new("figure: class", ".. figure:: a.png\n   :figclass: 1\n", 1, "Error in \"figure\" directive:"),
        new("figure: target as caption", ".. figure:: a.png\n\n   .. _a:\n\n   text a_\n"),
    ];

    private static DescriptionRow[] Code =>
    [
        new("code: block", ".. code-block:: python\n\n   x = 1\n"),
        new("code: unknown language", ".. code:: nosuchlanguage\n\n   x\n"),
        new("code: without language", ".. sourcecode::\n\n   x\n"),
        new("code: two languages", ".. code:: a b\n\n   x\n", 1, "Error in \"code\" directive:"),
        new("code: empty", ".. code:: python\n", 1, "Content block expected for the \"code\" directive; none found."),
        new("code: number-lines", ".. code:: python\n   :number-lines:\n\n   x\n"),
        new("code: number-lines 10", ".. code:: python\n   :number-lines: 10\n\n   x\n"),
        new("code: number-lines a", ".. code:: python\n   :number-lines: a\n\n   x\n", 1, "Error in \"code\" directive:"),
        new("code: linenos", ".. code-block:: python\n   :linenos:\n\n   x\n", 1, "Error in \"code-block\" directive:"),
        new("code: force", ".. code:: python\n   :force:\n\n   x\n", 1, "Error in \"code\" directive:"),
        new("code: caption", ".. code-block:: python\n   :caption: a\n\n   x\n", 1, "Error in \"code-block\" directive:"),
        new("code: class", ".. code:: python\n   :class: 1\n\n   x\n", 1, "Error in \"code\" directive:"),
        new("code: code without blank line", ".. code:: python\n   x = 1\n", 1, "Error in \"code\" directive:"),
        new("code: parsed literal", ".. parsed-literal::\n\n   a *b* |c|\n\n.. |c| replace:: d\n"),
        new("code: broken parsed literal", ".. parsed-literal::\n\n   a *b\n", 1, "Inline emphasis start-string without end-string."),
        new("code: math", ".. math::\n\n   a^2\n"),
        new("code: math with a label", ".. math::\n   :label: a\n\n   a^2\n", 1, "Error in \"math\" directive:"),
        new("code: empty math", ".. math::\n", 1, "Content block expected for the \"math\" directive; none found."),
        new("code: literal include", ".. literalinclude:: a.py\n", 1, "Unknown directive type \"literalinclude\"."),
    ];
}
