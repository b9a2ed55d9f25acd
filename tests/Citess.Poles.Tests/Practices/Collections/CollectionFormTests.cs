using Citess.Poles.Kernel;
using Citess.Poles.Practices.Collections;
using Xunit;

namespace Citess.Poles.Tests.Practices.Collections;

public sealed class CollectionFormTests
{
    private static readonly PracticeCollection s_four = new() { Title = MultilingualText.Of("fr", "Quatre"), Practices = [.. Enumerable.Range(1, 4).Select(Numbered)] };

    [Theory]
    [InlineData("1 2 3 4", "1234")]
    [InlineData("1 2 3 1", "4123")]
    [InlineData("4 2 3 4", "2341")]
    [InlineData("3 2 3 4", "2314")]
    [InlineData("1 99 3 4", "1342")]
    [InlineData("1 2 many 4", "1234")]
    [InlineData("2 1 4 3", "2143")]
    [InlineData("1 - 3 4", "134")]
    public void What_gets_another_number_moves_there_and_what_is_taken_out_is_gone(string places, string order) =>
        Assert.Equal(order, Order(Typed(s_four, places), s_four));

    [Fact]
    public void What_somebody_else_put_in_meanwhile_stays_at_the_end() =>
        Assert.Equal("3125", Order(Typed(s_four with { Practices = [.. s_four.Practices.Take(3)] }, "1 2 1"), s_four with { Practices = [.. s_four.Practices.Take(3), Numbered(5)] }));

    [Fact]
    public void A_form_without_rows_takes_nothing_out_and_rows_that_came_twice_count_once()
    {
        Assert.Equal("1234", Order(new() { Title = TextOf("Quatre") }, s_four));
        var form = Typed(s_four, "1 2 3 4");
        form.Places.Add(new() { Practice = form.Places[0].Practice, IsGone = true });
        Assert.Equal("1234", Order(form, s_four));
    }

    [Fact]
    public void A_new_one_begins_with_the_practice_from_whose_page_it_was_made()
    {
        var form = new CollectionForm { Title = TextOf("Nouvelle"), First = Numbered(7) };
        Assert.Equal("7", string.Concat(form.ToContent(before: null, "").Practices.Select(each => each.Name.SourceText)));
        form.Places.Add(new() { Practice = Numbered(7).Practice.ToString(), IsGone = true });
        Assert.Empty(form.ToContent(before: null, "").Practices);
    }

    private static string Order(CollectionForm form, PracticeCollection before) => string.Concat(form.ToContent(before, "").Practices.Select(each => each.Name.SourceText));

    private static CollectionForm Typed(PracticeCollection shown, string places)
    {
        var form = new CollectionForm();
        form.Fill(shown, "fr");
        foreach (var (row, place) in form.Places.Zip(places.Split(' ')))
        {
            (row.Place, row.IsGone) = (place, place == "-");
        }

        return form;
    }

    private static Poles.Kernel.Records.Pages.TextForm TextOf(string text) => Poles.Kernel.Records.Pages.TextForm.Of(MultilingualText.Of("fr", text), "fr");

    private static CollectedPractice Numbered(int number) => CollectionExamples.Numbered(number, MultilingualText.Of("fr", $"{number}"), MultilingualText.Empty);
}
