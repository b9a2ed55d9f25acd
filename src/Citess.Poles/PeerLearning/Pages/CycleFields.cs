using Citess.Poles.Components;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.PeerLearning.Pages;

/// <summary>Names of the fields of one form, and what was typed into them when it comes back with a problem.</summary>
public sealed class CycleFields(string prefix, IFormCollection? typed)
{
    /// <summary>The whole name of a field.</summary>
    public string this[string name] => prefix + name;

    /// <summary>What was typed; what is held as long as nothing was.</summary>
    public string? Value(string name, string? held = null) => typed is null ? held : typed[prefix + name].ToString();

    /// <summary>What was ticked; what is held as long as nothing was.</summary>
    public IReadOnlyCollection<string> Values(string name, params IReadOnlyCollection<string> held) => typed is null ? held : [.. typed[prefix + name].OfType<string>()];

    /// <summary>The concepts that are ticked, and the line that finds more.</summary>
    public ConceptsForm Concepts(params IEnumerable<string> held) =>
        typed is null ? ConceptsForm.Of(held) : new() { Chosen = [.. typed[prefix + "concepts.Chosen"].OfType<string>()], Text = typed[prefix + "concepts.Text"].ToString() };
}
