using System.Numerics;

namespace TrustedPublishing.Distributions;

/// <summary>A version of a Python project (PEP 440), with the order and the normal form that PEP 440 defines.</summary>
public sealed partial class PythonVersion : IComparable<PythonVersion>, IEquatable<PythonVersion>
{
    private readonly string normal;

    /// <summary>The epoch, usually 0.</summary>
    public BigInteger Epoch { get; }

    /// <summary>The numbers of the release segment, including trailing zeros.</summary>
    public IReadOnlyList<BigInteger> Release { get; }

    /// <summary>The local segment after <c>+</c>, normalised; null if there is none. Indexes reject versions with one.</summary>
    public string? Local { get; }

    /// <summary>Whether this is a pre-release or a development release.</summary>
    public bool IsPrerelease => Pre is not null || Dev is not null;

    internal (string Letter, BigInteger Number)? Pre { get; }

    internal BigInteger? Post { get; }

    internal BigInteger? Dev { get; }

    /// <summary>The normal form, for example <c>1.0.post1</c> for <c>v1.0-1</c>. Trailing zeros are kept.</summary>
    public override string ToString() => normal;

    /// <inheritdoc/>
    public bool Equals(PythonVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PythonVersion);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Epoch, Significant(Release).Aggregate(0, HashCode.Combine), Pre, Post, Dev, Local);

    /// <inheritdoc/>
    public int CompareTo(PythonVersion? other) => other is null ? 1 : PythonVersionOrder.Compare(this, other);

    /// <summary>Whether two versions are equal; <c>1.0</c> and <c>1.0.0</c> are.</summary>
    public static bool operator ==(PythonVersion? left, PythonVersion? right) => left?.Equals(right) ?? right is null;

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(PythonVersion? left, PythonVersion? right) => !(left == right);

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator <(PythonVersion? left, PythonVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator <=(PythonVersion? left, PythonVersion? right) => !(right < left);

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator >(PythonVersion? left, PythonVersion? right) => right < left;

    /// <summary>Compares in PEP 440 order.</summary>
    public static bool operator >=(PythonVersion? left, PythonVersion? right) => !(left < right);

    internal static IEnumerable<BigInteger> Significant(IEnumerable<BigInteger> release) =>
        release.Reverse().SkipWhile(part => part.IsZero).Reverse();

    private string Normal()
    {
        var epoch = Epoch.IsZero ? "" : $"{Epoch}!";
        var pre = Pre is { } p ? $"{p.Letter}{p.Number}" : "";
        var post = Post is { } n ? $".post{n}" : "";
        var dev = Dev is { } d ? $".dev{d}" : "";
        var local = Local is null ? "" : $"+{Local}";
        return $"{epoch}{string.Join('.', Release)}{pre}{post}{dev}{local}";
    }

}
