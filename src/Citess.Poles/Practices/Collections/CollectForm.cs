using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Collections;

/// <summary>Into which collection a practice is put, and why.</summary>
public sealed class CollectForm
{
    /// <summary>Id of the collection.</summary>
    public string Collection { get; set => field = value ?? ""; } = "";

    public TextForm Reason { get; set => field = value ?? new(); } = new();
}
