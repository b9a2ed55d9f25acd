using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Vocabularies;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class VocabulariesTests
{
    [Fact]
    public void There_are_21_sectors_with_a_label_in_six_languages()
    {
        Assert.Equal(21, Concepts.Sectors.All.Length);
        Assert.All(Concepts.Sectors.All, sector => Assert.Equal(Languages.All.Select(language => language.Code), sector.Labels.Keys));
    }

    [Fact]
    public void Labels_of_ours_are_marked_as_unchecked()
        => Assert.All(Concepts.Sectors.All, sector => Assert.Superset(new HashSet<string>(["ar", "ca", "it"], StringComparer.Ordinal), sector.Unchecked.ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void A_sector_is_found_by_its_code_and_by_its_URI()
    {
        Assert.Same(Concepts.Sectors.All[0], Concepts.Sectors.Find("a01"));
        Assert.Same(Concepts.Sectors.All[0], Concepts.Sectors.Find("http://purl.org/essglobal/standard/activities/a01"));
        Assert.Null(Concepts.Sectors.Find("a99"));
    }

    [Fact]
    public void Tunisia_has_its_24_governorates_named_in_Arabic()
    {
        var governorates = Territories.All.Where(territory => territory.Country == "TN" && !territory.IsCountry).ToList();

        Assert.Equal(24, governorates.Count);
        Assert.All(governorates, governorate => Assert.All(governorate.Names["ar"], letter => Assert.True(letter is ' ' or (>= '\u0600' and <= '\u06FF'))));
    }

    [Theory]
    [InlineData("TN-53", "ar", "المهدية")]
    [InlineData("ES-B", "fr", "Barcelone")]
    [InlineData("IT-21", "it", "Piemonte")]
    [InlineData("MA-99", "es", "Marruecos")]
    public void A_territory_has_a_name_and_an_unknown_region_that_of_its_country(string code, string language, string name)
        => Assert.Equal(name, Territories.Find(code)!.NameIn(Languages.Find(language)!));

    [Fact]
    public void An_unknown_country_is_shown_by_its_code()
    {
        Assert.Null(Territories.Find("XX-1"));
        Assert.Equal("XX-1", Territories.NameOf("XX-1"));
    }

    [Fact]
    public void Every_region_comes_with_its_country_and_a_place_on_the_globe()
        => Assert.All(Territories.All, territory =>
        {
            Assert.True(Territories.Has(territory.Country));
            Assert.InRange(territory.Latitude, 20, 52);
            Assert.InRange(territory.Longitude, -18, 41);
        });
}
