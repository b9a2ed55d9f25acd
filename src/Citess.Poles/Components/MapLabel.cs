using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Citess.Poles.Components;

/// <summary>An SVG text: Razor keeps the tag <c>text</c> for itself and takes no attributes on it.</summary>
public sealed class MapLabel : ComponentBase
{
    /// <summary>Middle of the text.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>Baseline.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>Height of the letters in units of the drawing.</summary>
    [Parameter, EditorRequired] public double Size { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>A class of the style sheet, or null.</summary>
    [Parameter] public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "font-size", Size.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "text-anchor", "middle");
        builder.AddAttribute(5, "class", Class);
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
