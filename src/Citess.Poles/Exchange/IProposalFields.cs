using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>What the forms of offers and wants have in common, for the fields that show it.</summary>
public interface IProposalFields
{
    TextForm Title { get; }

    TextForm Text { get; }

    Means Means { get; }

    ConceptsForm Concepts { get; }

    string? Territory { get; }

    List<string> Languages { get; }

    string? From { get; }

    string? Until { get; }

    string? Quantity { get; }

    Unit Unit { get; }

    string? Contact { get; }
}
