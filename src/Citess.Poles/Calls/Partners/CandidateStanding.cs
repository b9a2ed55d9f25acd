namespace Citess.Poles.Calls.Partners;

/// <summary>How far a candidate has come.</summary>
public enum CandidateStanding
{
    /// <summary>Somebody thought of it; nobody has asked.</summary>
    Noted,
    Asked,
    Interested,
    Committed,
    Declined,

    /// <summary>It was in, and is not any more.</summary>
    Withdrawn,
}
