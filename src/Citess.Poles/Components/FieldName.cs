using System.Text;

namespace Citess.Poles.Components;

/// <summary>A choice in a list.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A sentence about it, or null.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>What a control needs from the field around it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DescribedBy">Ids of its hint and its problem, or null.</param>
/// <param name="Invalid">Value of <c>aria-invalid</c>, or null.</param>
public sealed record FieldIds(string Id, string? DescribedBy, string? Invalid);

/// <summary>The id of a field, made from its name so that links to it need no table.</summary>
public static class FieldName
{
    /// <summary><c>Form.Title.Texts[fr]</c> is <c>Form-Title-Texts-fr</c>.</summary>
    public static string Id(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '_')
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    /// <summary>Ids of the hint and the problem that are there.</summary>
    public static FieldIds Ids(string name, string? hint, string? error)
    {
        var id = Id(name);
        var described = string.Join(' ', new[] { error is null ? null : id + "-problem", hint is null ? null : id + "-hint" }.OfType<string>());
        return new(id, described.Length == 0 ? null : described, error is null ? null : "true");
    }
}
