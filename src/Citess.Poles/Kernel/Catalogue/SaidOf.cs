namespace Citess.Poles.Kernel.Catalogue;

/// <summary>
/// Something that is said about a record, as lists are narrowed by it: <c>finished</c> of another pole, <c>own-confirms</c> of the
/// record's own, <c>any</c> whatever its state.
/// </summary>
/// <param name="Kind">The kind of what is said, as <c>review</c>.</param>
/// <param name="Value">Its state, after whose it is.</param>
public readonly record struct SaidOf(string Kind, string Value)
{
    public const string Any = "any";
    public const string Own = "own-";

    /// <summary>True when the pole of the record says it, false when another one does.</summary>
    public bool IsOwn => Value.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>Null for every state.</summary>
    public string? Status => (IsOwn ? Value[Own.Length..] : Value) is var status && status == Any ? null : status;
}
