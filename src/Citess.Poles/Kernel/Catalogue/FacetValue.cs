namespace Citess.Poles.Kernel.Catalogue;

/// <summary>One value of one facet, as <c>sector</c> <c>a01</c>.</summary>
public readonly record struct FacetValue(string Facet, string Value);
