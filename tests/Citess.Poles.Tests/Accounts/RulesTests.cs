using System.Globalization;
using System.Text.RegularExpressions;
using Citess.Poles.Accounts;
using Xunit;

namespace Citess.Poles.Tests.Accounts;

public sealed partial class RulesTests
{
    [Fact]
    public void A_code_is_a_hundred_bits_in_groups_of_four()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => Secrets.Code()).ToList();
        Assert.All(codes, code => Assert.Matches(CodePattern(), code));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.True(codes.SelectMany(code => code).Distinct().Count() > 30, "The letters are not all used.");
    }

    [Theory]
    [InlineData("10QF-M2XA-0000-1111-ZZZZ", "ioqf m2xa oooo llll zzzz")]
    [InlineData("10QF-M2XA-0000-1111-ZZZZ", " 10QFM2XA00001111ZZZZ\u200f")]
    public void A_code_fits_however_it_is_typed(string printed, string typed) => Assert.Equal(Secrets.HashCode(printed), Secrets.HashCode(typed));

    [Fact]
    public void Another_code_does_not_fit() => Assert.NotEqual(Secrets.HashCode("10QF-M2XA-0000-1111-ZZZZ"), Secrets.HashCode("10QF-M2XA-0000-1111-ZZZY"));

    [Theory]
    [InlineData("Amira", "amira")]
    [InlineData("amira", "ＡＭＩＲＡ")]
    [InlineData("أميرة", "أميرة")]
    [InlineData("José", "Jose\u0301")]
    public void Names_that_look_alike_are_one(string one, string other) => Assert.Equal(new AccountNames().NormalizeName(one), new AccountNames().NormalizeName(other));

    [Fact]
    public void A_name_folds_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("amira", new AccountNames().NormalizeName("AMIRA"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Half_a_letter_is_nobodys_name() => Assert.Equal("\uFFFD", new AccountNames().NormalizeName("amira\uD800"));

    [Theory]
    [InlineData("amira", true)]
    [InlineData("أميرة", true)]
    [InlineData("maria.jose-2@pam_a_pam", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("two words", false)]
    [InlineData("amira\u202Enimda", false)]
    [InlineData("amira\u200b", false)]
    [InlineData("amira\uD800", false)]
    [InlineData("a-name-of-more-than-forty-letters-is-too-long", false)]
    public void A_name_has_letters_of_any_script_and_nothing_invisible(string name, bool isGood) => Assert.Equal(isGood, !AccountCheck.UserName(name).Any());

    [Theory]
    [InlineData("olives and lemons", true)]
    [InlineData("زيتون وليمون", true)]
    [InlineData("short one", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("my name is Montserrat", false)]
    public void A_password_is_long_and_not_the_first_guess(string password, bool isGood) => Assert.Equal(isGood, !AccountCheck.Password("Password", password, "montserrat").Any());

    [Fact]
    public void A_password_of_a_megabyte_is_refused_before_it_is_hashed() => Assert.NotEmpty(AccountCheck.Password("Password", string.Concat(Enumerable.Repeat("olives ", 150_000)), "amira"));

    [Theory]
    [InlineData("/fr/practices?q=a#b", true)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("today", false)]
    [InlineData("//mallory.example", false)]
    [InlineData("/\\mallory.example", false)]
    [InlineData("\\\\mallory.example", false)]
    [InlineData("/a\\..\\mallory", false)]
    [InlineData("/\n/mallory.example", false)]
    [InlineData("https://mallory.example", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_way_back_stays_in_this_pole(string? path, bool isLocal) => Assert.Equal(isLocal ? path : null, LocalPath.Of(path));

    [Fact]
    public void What_holds_a_secret_prints_none()
    {
        Assert.DoesNotContain("olives", new NewAccount { Id = "1", UserName = "a", DisplayName = "b", Password = "olives and lemons" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("olives", new ProgramSecret("1", "olives and lemons").ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePattern();
}
