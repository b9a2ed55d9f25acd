namespace Citess.Poles.Exchange.Fitting.Aside;

/// <summary>What this pole put aside; one for the whole pole.</summary>
[Alias("aside-grain"), GrainInterfaceType("aside")]
public interface IAsideGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<PutAsides> ReadAsync();

    [Alias("put")]
    Task PutAsync(PutAside aside);

    /// <summary>As if it had never been put aside; a repeat changes nothing.</summary>
    [Alias("back")]
    Task TakeBackAsync(string id);
}
