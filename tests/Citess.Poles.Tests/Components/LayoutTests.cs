using System.Security.Claims;
using Citess.Poles.Components.Layout;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Layout;
using Xunit;

namespace Citess.Poles.Tests.Components;

public sealed class LayoutTests
{
    [Fact]
    public async Task The_layout_names_the_pole_in_its_own_language_and_leads_to_the_content()
    {
        var html = await Rendering.Html<MainLayout>("fr", ("Body", Rendering.Words("corps")));

        Assert.Contains("<strong lang=\"ar\" dir=\"rtl\">قطب المهدية</strong>", html, StringComparison.Ordinal);
        Assert.Contains("class=\"skip\" href=\"/fr/practices?page=2#main\"", html, StringComparison.Ordinal);
        Assert.Contains("<main id=\"main\"", html, StringComparison.Ordinal);
        Assert.Contains("Données de démonstration", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switcher_keeps_the_page_and_names_each_language_in_itself()
    {
        var html = await Rendering.Html<LanguageSwitcher>("fr");

        Assert.Contains("<a href=\"/ar/practices?page=2\" lang=\"ar\" dir=\"rtl\" hreflang=\"ar\">العربية</a>", html, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"fr\" aria-current=\"true\">Français</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_navigation_marks_where_one_is()
    {
        await using var rendering = new Rendering("fr", "practices", services => services.AddNav(new("practices", "nav.practices", 2)));

        Assert.Contains("<a href=\"practices\" class=\"active\" aria-current=\"page\">Pratiques</a>", await rendering.Of<MainNav>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(NavItem.SignedIn, false, true)]
    [InlineData(NavItem.SignedOut, true, false)]
    [InlineData("coordinator", false, true)]
    [InlineData("administrator", false, false)]
    [InlineData("administrator, coordinator", false, true)]
    public void A_link_is_seen_by_whom_it_is_for(string? role, bool byVisitor, bool byAmira)
    {
        var item = new NavItem("x", "nav.home", 1, role);
        var amira = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, "coordinator")], "cookie"));

        Assert.Equal((byVisitor, byAmira), (item.IsFor(new ClaimsPrincipal(new ClaimsIdentity())), item.IsFor(amira)));
        Assert.Equal(byVisitor, item.IsFor(null));
    }

    [Fact]
    public async Task A_visitor_is_offered_to_sign_in()
        => Assert.Contains("href=\"sign-in\"", await Rendering.Html<SignInOut>("fr"), StringComparison.Ordinal);
}
