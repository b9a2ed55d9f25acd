namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>Names the row of "Refused input" in specs/FEDERATION.md that a class tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BadInputAttribute(string row) : Attribute
{
    public string Row { get; } = row;
}
