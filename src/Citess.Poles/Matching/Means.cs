namespace Citess.Poles.Matching;

/// <summary>What kind of help is offered or looked for. Money itself never passes through a pole.</summary>
public enum Means
{
    /// <summary>Somebody who knows how.</summary>
    Expertise,
    Equipment,
    Space,

    /// <summary>A source of funding that is known or shared, not a payment.</summary>
    Funding,

    /// <summary>A partner for a call.</summary>
    Partner,
}

/// <summary>How soon a want waits for an answer.</summary>
public enum Urgency
{
    Whenever,
    Soon,
    Urgent,
}
