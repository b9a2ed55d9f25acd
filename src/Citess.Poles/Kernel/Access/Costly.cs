namespace Citess.Poles.Kernel.Access;

/// <summary>Marks endpoints whose answer costs as much as hundreds of pages: anybody gets few of them in a minute.</summary>
public sealed class Costly
{
    private Costly()
    {
    }

    public static Costly Answer { get; } = new();
}
