namespace Citess.Poles.Kernel.Identity;

/// <summary>The version of what poles say to each other: readers take an unknown minor one, and say so on a major one.</summary>
public static class Wire
{
    public const string Version = "1.0";
}
