using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Storage.Ledger;

/// <summary>A row of the table document.</summary>
internal sealed class DocumentRow
{
    public string Origin { get; init; } = "";

    public string Key { get; init; } = "";

    public int Revision { get; init; }

    public int Audience { get; init; }

    public int IsTombstone { get; init; }

    public string Body { get; init; } = "";

    public string Owner { get; init; } = "";

    public SignedDocument ToDocument() => new()
    {
        Origin = Origin,
        Key = Key,
        Revision = Revision,
        Audience = (Audience)Audience,
        IsTombstone = IsTombstone != 0,
        Json = Body,
        Owner = Owner,
    };
}
