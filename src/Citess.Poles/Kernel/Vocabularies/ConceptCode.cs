using Citess.Poles.Kernel.Identity;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>
/// How records name a concept: by its code in the thesaurus, or one that the own pole made by the id of its record in
/// small letters. Whoever names such a one names its broader one beside it: a pole that does not know it has that.
/// </summary>
public static class ConceptCode
{
    /// <summary>The kind of record of a concept that a pole made.</summary>
    public const string OwnKind = "concept";

    /// <summary>Whether a record may name it.</summary>
    public static bool IsFit(string code) => Thesaurus.Built.HasCode(code) || IsOwn(code, out _);

    /// <summary>Whether it has the form of one that a pole made, and then the key of its record.</summary>
    public static bool IsOwn(string code, out RecordKey key)
    {
        ArgumentNullException.ThrowIfNull(code);
        key = default;
        return !code.AsSpan().ContainsAnyInRange('A', 'Z') && RecordKey.TryRecord(OwnKind, code.ToUpperInvariant(), out key);
    }

    /// <summary>The code of a concept that the own pole made.</summary>
    public static string Of(RecordKey own) => own.Id.ToLowerInvariant();

    /// <summary>What travels for a code of ours; null when it is none.</summary>
    public static string? Address(string code, Pole pole)
    {
        ArgumentNullException.ThrowIfNull(pole);
        return Thesaurus.Built.Find(code)?.Uri ?? (IsOwn(code, out var key) ? pole.Address(key) : null);
    }

    /// <summary>The code for an address in a document from this origin; null for a concept of yet another pole, and for what is none.</summary>
    public static string? Read(string address, string origin)
    {
        ArgumentNullException.ThrowIfNull(address);
        var own = $"{origin}/{OwnKind}/";
        return Thesaurus.Built.Find(address) is { } known ? known.Code
            : address.StartsWith(own, StringComparison.Ordinal) && RecordKey.TryRecord(OwnKind, address[own.Length..], out var key) ? Of(key) : null;
    }
}
