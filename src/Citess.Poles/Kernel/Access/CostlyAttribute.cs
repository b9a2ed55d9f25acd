namespace Citess.Poles.Kernel.Access;

/// <summary>Marks endpoints and pages whose answer costs as much as hundreds of others: anybody gets few of them in a minute.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CostlyAttribute : Attribute;
