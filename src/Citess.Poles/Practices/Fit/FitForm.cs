using System.Collections.Immutable;
using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices.Fit;

/// <summary>All questions as a form holds them. Setters pass over null, as in every form: a browser may not send all.</summary>
public sealed class FitForm
{
    /// <summary>The revision that the editor saw.</summary>
    public int Revision { get; set; }

    /// <summary>By code of the determinant.</summary>
    public Dictionary<string, FitRow> Answers { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public FitRow Row(string determinant) => Answers.TryGetValue(determinant, out var row) && row is not null ? row : Answers[determinant] = new();

    public static FitForm Of(FitProfile held)
    {
        var form = new FitForm { Revision = held.Revision };
        foreach (var determinant in Concepts.Determinants.All)
        {
            form.Answers[determinant.Code] = FitRow.Of(held.Of(determinant.Code));
        }

        return form;
    }

    /// <summary>Where this editor left alone what they saw, somebody else's later answer stands.</summary>
    public void Meet(FitProfile held)
    {
        foreach (var determinant in Concepts.Determinants.All)
        {
            if (!Row(determinant.Code).IsTouched)
            {
                Answers[determinant.Code] = FitRow.Of(held.Of(determinant.Code)) with { IsStillSo = Row(determinant.Code).IsStillSo };
            }
        }
    }

    public ImmutableArray<FitReply> ToReplies() => [.. Concepts.Determinants.All.Select(determinant => Row(determinant.Code).ToReply(determinant.Code))];

    /// <summary>The answers in which what is kept and what was typed differ, in words.</summary>
    public IEnumerable<FieldDifference> Differences(FitProfile held, Text words) => Concepts.Determinants.All.SelectMany(determinant =>
        FieldDifference.Of(determinant.Label, Said(held.Of(determinant.Code).Presence, held.Of(determinant.Code).Note, words), Said(Row(determinant.Code).Presence, Row(determinant.Code).Typed, words)));

    private static string Said(Presence presence, string note, Text words) => words[presence.Words()] + (note.Length > 0 ? "\n" + note : "");
}

/// <summary>One question.</summary>
public sealed record FitRow
{
    public Presence Presence { get; set; }

    public string? Note { get; set; }

    public bool IsStillSo { get; set; }

    /// <summary>Mark of the answer as the form showed it.</summary>
    public string? Was { get; set; }

    internal string Typed => FitReply.Neat(Note);

    internal bool IsTouched => Was is not null && Was != Mark(Presence, Typed);

    internal static FitRow Of(FitAnswer held) => new() { Presence = held.Presence, Note = held.Note, Was = Mark(held.Presence, held.Note) };

    internal static string Mark(Presence presence, string note) => MultilingualText.Hash(presence + "\n" + note);

    internal FitReply ToReply(string determinant) => new() { Determinant = determinant, Presence = Presence, Note = Typed, IsStillSo = IsStillSo };
}
