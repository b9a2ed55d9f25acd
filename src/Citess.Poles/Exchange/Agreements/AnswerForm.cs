namespace Citess.Poles.Exchange.Agreements;

/// <summary>What somebody writes who declines a request.</summary>
public sealed class AnswerForm
{
    public string? Reason { get; set; }
}
