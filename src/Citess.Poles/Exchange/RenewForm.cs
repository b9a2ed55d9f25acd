namespace Citess.Poles.Exchange;

/// <summary>What the button that renews sends.</summary>
public sealed class RenewForm
{
    /// <summary>The revision that the person saw.</summary>
    public int Revision { get; set; }
}
