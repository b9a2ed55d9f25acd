namespace Citess.Poles.Practices.Library;

/// <summary>What the small forms of saved searches send.</summary>
public sealed class SavedSearchForm
{
    /// <summary>Name under which the present search is kept.</summary>
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>Made when the form was shown, so that sending it twice keeps one; or the search that is to be forgotten.</summary>
    public string Id { get; set => field = value ?? ""; } = "";
}
