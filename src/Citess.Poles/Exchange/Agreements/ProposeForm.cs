namespace Citess.Poles.Exchange.Agreements;

/// <summary>What somebody writes who answers an offer or a want.</summary>
public sealed class ProposeForm
{
    /// <summary>Made when the empty form was shown, so that sending it twice is one request.</summary>
    public string Id { get; set => field = value ?? ""; } = "";

    /// <summary>As typed.</summary>
    public string? Quantity { get; set; }

    public string? Note { get; set; }
}
