namespace Citess.Poles.Exchange.Fitting.Aside;

/// <summary>Which button was pressed: each says all that there is to say.</summary>
public sealed class AsideForm
{
    /// <summary>A reason, our own and the other, with bars between.</summary>
    public string? Put { get; set; }

    /// <summary>Id of what is taken back.</summary>
    public string? Back { get; set; }
}
