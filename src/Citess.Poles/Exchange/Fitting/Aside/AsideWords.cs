using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange.Fitting.Aside;

/// <summary>Why something was put aside, and what follows from it.</summary>
internal static class AsideWords
{
    public static string Name(this Text words, DismissalReason reason) => words["aside.reason." + reason.Word()];

    /// <summary>What was learnt, as a sentence.</summary>
    public static string Learnt(this Text words, PutAside aside, string pole) => aside.Reason switch
    {
        DismissalReason.WrongSubject => words["aside.learnt.subject", string.Join(words["kit.comma"], aside.Concepts.Select(ExchangeConcepts.Name))],
        DismissalReason.TooFar when aside.Country.Length > 0 => words["aside.learnt.far", Territories.NameOf(aside.Country)],
        DismissalReason.NoCapacity or DismissalReason.AlreadyKnown => words["aside.learnt.pole", pole],
        _ => words["aside.learnt.nothing"],
    };
}
