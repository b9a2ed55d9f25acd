namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>Who may see a record, as a form offers it.</summary>
public enum AudienceChoice
{
    Own,

    /// <summary>The partner poles that are ticked beside it.</summary>
    List,
    Network,
    Public,
}

/// <summary>Between what a form offers and what a record is shared with.</summary>
public static class AudienceChoices
{
    public static AudienceChoice Of(Reach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.IsList ? AudienceChoice.List : Enum.Parse<AudienceChoice>(reach.Audience.ToString());
    }

    /// <summary>A list on which nobody stands would quietly be for nobody: it is refused.</summary>
    public static Reach ToReach(this AudienceChoice choice, IReadOnlyCollection<string> partners) => choice switch
    {
        AudienceChoice.List when partners.Count == 0 => throw new RefusedException(Refusal.Invalid, "Name at least one partner pole.", new FieldProblem("Partners", "kernel.audience.none")),
        AudienceChoice.List => new Reach(Audience.Own, partners),
        _ => Enum.Parse<Audience>(choice.ToString()),
    };

    /// <summary>Key of the words for it.</summary>
    public static string Word(Reach reach) => Of(reach).ToString().ToLowerInvariant();
}
