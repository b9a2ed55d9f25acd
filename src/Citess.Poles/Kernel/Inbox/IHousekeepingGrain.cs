namespace Citess.Poles.Kernel.Inbox;

/// <summary>Puts away what is no longer needed; there is one in the whole pole, however many processes it has.</summary>
[Alias("housekeeping-grain"), GrainInterfaceType("housekeeping")]
public interface IHousekeepingGrain : IGrainWithStringKey
{
    /// <summary>Makes sure that it is reminded from now on.</summary>
    [Alias("begin")]
    Task BeginAsync();
}
