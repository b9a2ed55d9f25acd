namespace Citess.Poles.Network;

/// <summary>Marks endpoints that verify signatures, and may fetch a key for it: who asks there is counted by its address.</summary>
public sealed class Signed
{
    private Signed()
    {
    }

    public static Signed Required { get; } = new();
}
