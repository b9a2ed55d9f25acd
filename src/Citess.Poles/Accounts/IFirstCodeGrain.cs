namespace Citess.Poles.Accounts;

/// <summary>Makes the code for setting up, one for all processes of the pole: each prints the same.</summary>
[Alias("first-code-grain"), GrainInterfaceType("first-code")]
public interface IFirstCodeGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<string> ReadAsync();
}
