namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>Names the row of "Refused input" in specs/FEDERATION.md that a method tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BadInputAttribute(string row) : Attribute
{
    public string Row { get; } = row;
}
