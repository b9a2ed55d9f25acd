namespace Citess.Poles.Kernel.Identity;

/// <summary>The name of a pole by its authority; empty means this pole.</summary>
public interface IPoleNames
{
    Task<Shown> OfAsync(string authority);
}
