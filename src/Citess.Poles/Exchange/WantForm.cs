using Citess.Poles.Components;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>A want as its form holds it.</summary>
public sealed class WantForm : ProposalForm<Want>
{
    public Urgency Urgency { get; set; }

    public override void Fill(Want content, string source)
    {
        base.Fill(content, source);
        Urgency = content.Urgency;
    }

    public override Want ToContent(Want? before, string by) => base.ToContent(before, by) with { Urgency = Urgency };

    public override IEnumerable<FieldDifference> Differences(Want theirs, Want yours, Text words) =>
        [.. base.Differences(theirs, yours, words), .. Differ(words["exchange.urgency"], words.Name(theirs.Urgency), words.Name(yours.Urgency))];
}
