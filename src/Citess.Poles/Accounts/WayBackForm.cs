namespace Citess.Poles.Accounts;

/// <summary>An administrator who comes in with a code of the operator.</summary>
public sealed class WayBackForm : PersonForm
{
    public string? Code { get; set; }
}
