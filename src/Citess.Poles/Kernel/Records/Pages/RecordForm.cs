using Citess.Poles.Components;

namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>
/// A record as a form holds it between the page and the grain. What a browser does not send, as a list of boxes of which
/// none is ticked, comes from the binder as null, whatever the type says: so the setters of all forms pass over it.
/// </summary>
public abstract class RecordForm<TContent>
    where TContent : class
{
    /// <summary>Made when the empty form was shown, so that sending it twice is one record.</summary>
    public string Id { get; set => field = value ?? ""; } = "";

    /// <summary>The revision that the editor saw; 0 for a new record.</summary>
    public int Revision { get; set; }

    /// <summary>Null where it was not asked: who sees it stays as it is, and a new one is for the team.</summary>
    public AudienceChoice? Audience { get; set; }

    /// <summary>The relations of the list; they count when it is chosen.</summary>
    public List<string> Partners { get; set => field = value ?? []; } = [];

    /// <summary>What the change is for; of kinds that keep what they said before.</summary>
    public string? Why { get; set; }

    /// <summary>True when the button was pressed that adds empty rows: nothing is stored, and what was typed stays.</summary>
    public bool WantsRows { get; set; }

    /// <summary>Fills the form; <paramref name="source"/> is the language of what is not written yet.</summary>
    public abstract void Fill(TContent content, string source);

    /// <summary>What was typed, as content. <paramref name="before"/> is what was stored.</summary>
    public abstract TContent ToContent(TContent? before, string by);

    /// <summary>The fields in which two contents differ, in words.</summary>
    public abstract IEnumerable<FieldDifference> Differences(TContent theirs, TContent yours, Texts.Text words);

    protected static IEnumerable<FieldDifference> Differ(string label, MultilingualText theirs, MultilingualText yours) => FieldDifference.Of(label, theirs, yours);

    protected static IEnumerable<FieldDifference> Differ(string label, string theirs, string yours) => FieldDifference.Of(label, theirs, yours);
}
