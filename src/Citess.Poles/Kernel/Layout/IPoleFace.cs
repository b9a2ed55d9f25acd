namespace Citess.Poles.Kernel.Layout;

/// <summary>What stands about this pole on every page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Language">Language of the name.</param>
/// <param name="Territory">Name of its territory in the reader's language, or null.</param>
/// <param name="IsDemo">Whether all data is for demonstration, which every page then says.</param>
/// <param name="IsSetUp">Whether there is anything to go to yet; without, no menu is shown.</param>
public sealed record PoleFace(string Name, string Language, string? Territory = null, bool IsDemo = false, bool IsSetUp = true);

/// <summary>Tells the layout whose pages these are; the feature Profile answers.</summary>
public interface IPoleFace
{
    /// <summary>The face in the language of the current request; asked for on every page, so the answer comes from memory.</summary>
    ValueTask<PoleFace> Read();
}

internal sealed class NamelessPole : IPoleFace
{
    public ValueTask<PoleFace> Read() => ValueTask.FromResult(new PoleFace("CitESS", "en"));
}
