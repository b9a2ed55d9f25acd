using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Components;

/// <summary>Chosen concepts as a form sends them, and a line that is still to be resolved; shown by <c>ConceptField</c>.</summary>
public sealed class ConceptsForm
{
    /// <summary>Codes of those that are ticked.</summary>
    public List<string> Chosen { get; set => field = value ?? []; } = [];

    /// <summary>What somebody typed to find one.</summary>
    public string Text { get; set => field = value ?? ""; } = "";

    /// <summary>With what a record names.</summary>
    public static ConceptsForm Of(params IEnumerable<string> codes) => new() { Chosen = [.. codes.Where(code => code.Length > 0)] };

    /// <summary>What a record keeps, after <see cref="ResolveAsync"/>.</summary>
    public ImmutableArray<string> ToCodes() => [.. Chosen.Where(ConceptCode.IsFit).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Takes the typed line for the concept whose word it is, and adds to each concept of the own pole what it is part of.
    /// A line that is no such word is refused under <paramref name="field"/>: the field then shows what may be meant.
    /// </summary>
    public async Task ResolveAsync(ConceptDesk desk, ClaimsPrincipal who, string field, bool isOne = false)
    {
        ArgumentNullException.ThrowIfNull(desk);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var meant = await desk.ExactAsync(who, Text) ?? throw new RefusedException(Refusal.Invalid, "It is not clear which concept is meant.", new FieldProblem(field, "topics.field.unclear", Text.Trim()));
            Chosen = isOne ? [meant.Code] : [.. Chosen, meant.Code];
            Text = "";
        }

        Chosen = [.. Chosen.Concat((await desk.OfAsync(who, Chosen)).Select(each => each.Broader).OfType<string>()).Distinct(StringComparer.Ordinal)];
    }
}
