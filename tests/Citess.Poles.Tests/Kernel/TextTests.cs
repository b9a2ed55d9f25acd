using System.Globalization;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class TextTests
{
    [Theory]
    [InlineData("ar", 2, "أمران يحتاجان إلى تصحيح")]
    [InlineData("ar", 5, "5 أمور تحتاج إلى تصحيح")]
    [InlineData("ar", 11, "11 أمرا يحتاج إلى تصحيح")]
    [InlineData("en", 1, "One thing needs to be put right")]
    [InlineData("fr", 2, "2 points sont à corriger")]
    public void A_number_chooses_the_form(string language, int number, string expected)
        => Assert.Equal(expected, Texts(throws: true).In(Languages.Find(language)!, "kit.problems", number));

    [Fact]
    public void The_words_are_in_the_language_of_the_request()
    {
        using var _ = new Reading("ca");

        Assert.Equal("Inici", Texts(throws: true)["nav.home"]);
        Assert.Equal("Inici", ((IStringLocalizer)Texts(throws: true))["nav.home"].Value);
    }

    [Fact]
    public void A_missing_key_throws_in_tests_and_shows_itself_in_production()
    {
        Assert.Throws<KeyNotFoundException>(() => Texts(throws: true)["kit.nothing"]);
        Assert.Equal("kit.nothing", Texts(throws: false)["kit.nothing"]);
        Assert.True(((IStringLocalizer)Texts(throws: false))["kit.nothing"].ResourceNotFound);
    }

    [Fact]
    public void Arabic_pages_write_Latin_digits_as_Tunisia_does()
    {
        var culture = Languages.Find("ar")!.Culture;

        Assert.Equal("ar-TN", culture.Name);
        Assert.Equal("1.234,5", 1234.5.ToString("N1", culture));
        Assert.Equal("4 مارس 2026", new DateTime(2026, 3, 4).ToString("d MMMM yyyy", culture));
    }

    [Fact]
    public void A_language_that_the_interface_does_not_speak_still_has_a_name()
    {
        using var _ = new Reading("fr");

        Assert.Equal("arabe", Texts(throws: true).LanguageName("ar-TN"));
        Assert.Equal("Deutsch", Texts(throws: true).LanguageName("de"));
        Assert.Equal("x", Texts(throws: true).LanguageName("x"));
    }

    private static Text Texts(bool throws)
        => new ServiceCollection().AddKit().Configure<TextOptions>(options => options.MissingThrows = throws).BuildServiceProvider().GetRequiredService<Text>();

    private sealed class Reading : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

        public Reading(string language) => CultureInfo.CurrentUICulture = Languages.Find(language)!.Culture;

        public void Dispose() => CultureInfo.CurrentUICulture = _before;
    }
}
