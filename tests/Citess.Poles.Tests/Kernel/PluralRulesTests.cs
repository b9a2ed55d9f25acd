using System.Globalization;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Tests.Components;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class PluralRulesTests
{
    // The samples of CLDR's plurals.xml; the written decimals count.
    [Theory]
    [InlineData("ar", "zero", "0 0.0 0.000")]
    [InlineData("ar", "one", "1 1.0")]
    [InlineData("ar", "two", "2 2.00")]
    [InlineData("ar", "few", "3 10 103 110 1003 3.0 110.0")]
    [InlineData("ar", "many", "11 26 99 111 1011 11.0 99.00")]
    [InlineData("ar", "other", "100 102 200 202 300 1000 10000 1000000 0.1 0.9 1.1 10.1")]
    [InlineData("ca", "one", "1")]
    [InlineData("ca", "many", "1000000 2000000")]
    [InlineData("ca", "other", "0 2 16 100 1000 10000 100000 0.0 1.0 1.5 1000000.0")]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0 2 16 100 1000000 0.0 1.0 1.5")]
    [InlineData("es", "one", "1 1.0 1.00")]
    [InlineData("es", "many", "1000000")]
    [InlineData("es", "other", "0 2 16 1000 0.0 0.9 1.1 1000000.0")]
    [InlineData("fr", "one", "0 1 0.0 1.5")]
    [InlineData("fr", "many", "1000000")]
    [InlineData("fr", "other", "2 17 100 100000 2.0 3.5 1000000.0")]
    [InlineData("it", "one", "1")]
    [InlineData("it", "many", "1000000")]
    [InlineData("it", "other", "0 2 16 100000 0.0 1.0 1.5 1000000.0")]
    public void A_number_falls_into_the_category_of_CLDR(string language, string category, string samples)
        => Assert.All(samples.Split(' '), sample =>
            Assert.Equal(category, PluralRules.Category(language, decimal.Parse(sample, CultureInfo.InvariantCulture))));

    [Theory]
    [MemberData(nameof(Spoken.Languages), MemberType = typeof(Spoken))]
    public void Every_category_that_a_number_reaches_is_listed(string language)
    {
        var reached = Enumerable.Range(0, 250).Append(1_000_000).Select(number => PluralRules.Category(language, number)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(PluralRules.CategoriesOf(language).Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sign_changes_no_category_and_words_are_no_number()
    {
        Assert.Equal("two", PluralRules.Category("ar", -2));
        Assert.Null(PluralRules.NumberIn("3"));
        Assert.Equal(3m, PluralRules.NumberIn(3L));
    }
}
