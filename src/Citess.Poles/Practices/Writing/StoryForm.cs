using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>The sections of a practice, each with the day by which it will be known if it is not yet.</summary>
public sealed class StoryForm : PracticePartForm
{
    /// <summary>By the names of the sections.</summary>
    public Dictionary<string, TextForm> Sections { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public Dictionary<string, string?> Awaited { get; set => field = value ?? new(StringComparer.Ordinal); } = new(StringComparer.Ordinal);

    public TextForm Body { get; set => field = value ?? new(); } = new();

    public TextForm Section(PracticeSection section) => Sections.GetValueOrDefault(section.Name) ?? Text(new());

    protected override void Read(Practice content)
    {
        Sections = PracticeSection.All.ToDictionary(section => section.Name, section => Text(section.Of(content)), StringComparer.Ordinal);
        Awaited = content.Awaited.ToDictionary(each => each.Field, each => (string?)each.By, StringComparer.Ordinal);
        Body = Text(content.Body);
    }

    protected override Practice Write(Practice held, string by)
    {
        var written = PracticeSection.All.ToDictionary(section => section.Name, section => Section(section).ToText(section.Of(held), by), StringComparer.Ordinal);
        return held with
        {
            Overview = written["overview"],
            Solution = written["solution"],
            Approach = written["approach"],
            Participation = written["participation"],
            Outcomes = written["outcomes"],
            Transferability = written["transferability"],
            Lessons = written["lessons"],
            Body = Body.ToText(held.Body, by),

            // What is told is awaited no more.
            Awaited = [.. PracticeSection.All.Where(section => written[section.Name].IsEmpty && Typed(Awaited.GetValueOrDefault(section.Name)).Length > 0).Select(section => new Awaited { Field = section.Name, By = Typed(Awaited[section.Name]) })],
        };
    }
}
