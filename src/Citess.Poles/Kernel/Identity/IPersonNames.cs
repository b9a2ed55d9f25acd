namespace Citess.Poles.Kernel.Identity;

/// <summary>Names of people of this pole. They stand in a table that can be erased, and in no record.</summary>
public interface IPersonNames
{
    /// <summary>By the pseudonymous ids that records have; those of people who are gone are missing.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken stop = default);
}
