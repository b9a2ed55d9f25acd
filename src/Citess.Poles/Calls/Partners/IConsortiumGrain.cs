namespace Citess.Poles.Calls.Partners;

/// <summary>Who is asked, and who is in, for one call; its key has the id of the call.</summary>
[Alias("consortium-grain"), GrainInterfaceType("consortium")]
public interface IConsortiumGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<Consortium> ReadAsync();

    /// <summary>
    /// Adds a candidate under an id made by whoever asks, or changes one; <paramref name="seen"/> is its revision then, 0 for a
    /// new one. Returns its revision; a repeat changes nothing and returns the same.
    /// </summary>
    [Alias("put")]
    Task<int> PutAsync(string id, CandidateDraft draft, int seen, string by);

    /// <summary>Gives a candidate another link, or with null none.</summary>
    [Alias("link")]
    Task LinkAsync(string id, CandidateLink? link);

    /// <summary>Takes what is said by the link whose secret has this hash; returns the revision of the candidate.</summary>
    [Alias("answer")]
    Task<int> AnswerAsync(string hash, SheetAnswer answer);

    /// <summary>Erases whom to ask at a candidate.</summary>
    [Alias("forget")]
    Task ForgetAsync(string id);

    /// <summary>Takes a candidate out with all that it said.</summary>
    [Alias("remove")]
    Task RemoveAsync(string id);

    /// <summary>Whether candidates see by their link who else is in.</summary>
    [Alias("show")]
    Task ShowNamesAsync(bool shows);
}
