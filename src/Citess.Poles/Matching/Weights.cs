namespace Citess.Poles.Matching;

/// <summary>Every number of the formula. All arithmetic is of whole numbers, so that two poles get the same to the last digit.</summary>
public static class Weights
{
    /// <summary>A whole score, and a concept met exactly.</summary>
    public const int Same = 1_000_000;

    /// <summary>A concept met by what it belongs to, or by what belongs to it.</summary>
    public const int Parent = 600_000;

    /// <summary>A concept met by another one of the same parent.</summary>
    public const int Sibling = 300_000;

    /// <summary>Thousandths; each factor starts low, and what is known lifts it.</summary>
    public const int Factor = 1_000;
    public const int LeastFresh = 800;
    public const int LeastContext = 860;

    /// <summary>An offer confirmed within so many days is fresh; from then on it fades to the least within a year.</summary>
    public const int FreshDays = 90;

    /// <summary>What lifts the context: a sector in common, each working hour in common, a second language in common.</summary>
    public const int Sector = 40;
    public const int Hour = 10;
    public const int SecondLanguage = 20;
    public const int WorkingHours = 8;

    /// <summary>Practices that others took up add up to this, towards which each adoption adds less.</summary>
    public const int Evidence = 60_000;

    /// <summary>Each soft reason: another country, poles that never met, a pole whose wants nobody met.</summary>
    public const int Soft = 10_000;

    /// <summary>Most that everything beside concepts can add: a score cannot be above its concepts' part and this.</summary>
    public const int MostAdded = Evidence + (3 * Soft);

    /// <summary>What help in one direction alone is worth to a pair, of help in both.</summary>
    public const int OneWay = 4;

    /// <summary>Thousandths for one that can wait, soon, and urgent.</summary>
    public static int Of(Urgency urgency) => urgency switch { Urgency.Urgent => 1000, Urgency.Soon => 900, _ => 800 };

    /// <summary>Thousandths by how long ago an offer was confirmed.</summary>
    public static int OfAge(int days) => Factor - (Math.Clamp(days - FreshDays, 0, 365 - FreshDays) * (Factor - LeastFresh) / (365 - FreshDays));

    /// <summary>What practices add that others took up so often.</summary>
    public static int OfAdoptions(int adoptions) => (int)((long)Evidence * adoptions / (adoptions + 2));
}
