using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Xunit;

namespace Citess.Poles.Tests.Practices;

public sealed class PracticeTextsTests
{
    /// <summary>The title of another practice, as its own pole has it.</summary>
    private static readonly string[] s_ofOthers = [nameof(Practice.AdaptedFromName)];

    [Fact]
    public void No_text_of_a_practice_is_forgotten_when_it_is_translated()
    {
        var full = (Practice)Filled(typeof(Practice), "");
        var written = Found(full).ToList();
        Assert.True(written.Count > 20);
        Assert.Equal(written.Select(text => text.SourceText).Order(StringComparer.Ordinal), PracticeTexts.Of(full).Select(field => field.Text.SourceText).Order(StringComparer.Ordinal));

        var mapped = PracticeTexts.Map(full, field => MultilingualText.Of("fr", "now " + field.Text.SourceText));
        Assert.Equal(written.Select(text => "now " + text.SourceText), Found(mapped).Select(text => text.SourceText));
    }

    [Fact]
    public void Each_has_a_place_of_its_own_that_a_form_can_name()
    {
        var fields = PracticeTexts.Of(PracticeExamples.Press);
        Assert.Equal(fields.Count, fields.Select(field => field.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(fields.Count, fields.Select(Citess.Poles.Practices.Translations.TranslatedTexts.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(fields, field => Assert.InRange(field.Path.Length, 1, Citess.Poles.Practices.Translations.TranslatedField.MaxPath));
        Assert.Contains(fields, field => field.Path == "blocks[calendar].details");
    }

    /// <summary>One of its type with every text written, each with the name of where it stands, and a row in each list of things that have texts.</summary>
    private static object Filled(Type type, string path)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in Texts(type))
        {
            property.SetValue(made, MultilingualText.Of("fr", path + property.Name));
        }

        foreach (var (property, row) in Rows(type))
        {
            var rows = Array.CreateInstance(row, 1);
            rows.SetValue(Filled(row, property.Name + "."), 0);
            property.SetValue(made, typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(row).Invoke(null, [rows]));
        }

        return made;
    }

    private static IEnumerable<MultilingualText> Found(object thing) =>
        Texts(thing.GetType()).Select(property => (MultilingualText)property.GetValue(thing)!)
            .Concat(Rows(thing.GetType()).SelectMany(rows => ((IEnumerable)rows.Property.GetValue(thing)!).Cast<object>()).SelectMany(Found));

    private static IEnumerable<PropertyInfo> Texts(Type type) => type.GetProperties().Where(property => property.PropertyType == typeof(MultilingualText) && !s_ofOthers.Contains(property.Name));

    private static IEnumerable<(PropertyInfo Property, Type Row)> Rows(Type type) =>
        from property in type.GetProperties()
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        let row = property.PropertyType.GetGenericArguments()[0]
        where row.IsClass && row != typeof(string) && (Texts(row).Any() || Rows(row).Any())
        select (property, row);
}
