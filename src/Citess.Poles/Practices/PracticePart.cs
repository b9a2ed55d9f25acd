using System.Collections.Immutable;

namespace Citess.Poles.Practices;

/// <summary>A part of a practice that is written by itself.</summary>
/// <param name="Name">End of the address of its form, and of the key of its name.</param>
/// <param name="Told">For each thing that may be told there, whether it is; what is awaited counts as told.</param>
public sealed record PracticePart(string Name, Func<Practice, bool[]> Told)
{
    public string Words => "practices.part." + Name;

    /// <summary>In the order of writing.</summary>
    public static ImmutableArray<PracticePart> All { get; } =
    [
        new("basics", practice => [practice.Level is not null, practice.From.Length > 0, practice.Territory.Length > 0, practice.Sectors.Length > 0, practice.Beneficiaries.Length > 0]),
        new("story", practice => [.. PracticeSection.All.Select(section => !section.Of(practice).IsEmpty || practice.Awaited.Any(each => each.Field == section.Name))]),
        new("steps", practice => [practice.Phases.Length > 0, practice.Cost is not null || practice.Funding.Length > 0]),
        new("results", practice => [practice.Results.Length > 0]),
        new("conditions", practice => [practice.Conditions.Length > 0]),
        new("risks", practice => [practice.Risks.Length > 0]),
        new("blocks", practice => [practice.Blocks.Length > 0]),
        new("files", practice => [practice.Images.Length > 0]),
        new("rights", practice => [practice.Credit.Length > 0, practice.Contact.Length > 0]),
    ];

    public string Path(string id) => Name == All[0].Name ? $"practice/{id}/edit" : $"practice/{id}/edit/{Name}";

    public bool IsTold(Practice practice) => Told(practice).All(each => each);

    /// <summary>How many things are told, of how many.</summary>
    public static (int Told, int Of) Count(Practice practice)
    {
        bool[] all = [.. All.SelectMany(part => part.Told(practice))];
        return (all.Count(each => each), all.Length);
    }
}
