using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>Two poles write on the same practice while the line between them is cut.</summary>
public sealed class PartitionTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    [Fact]
    public async Task A_practice_that_was_changed_while_another_pole_translated_it_loses_nothing_and_says_what_is_old()
    {
        await using var amira = await poles.AmiraAsync("fr");
        await using var montserrat = await poles.MontserratAsync("ca");
        var path = await Travels.WriteAsync(amira, "Un atelier du quartier");
        var there = await Travels.FindAsync(montserrat, "Un atelier du quartier");
        await montserrat.OpenAsync(there + "/translate/it");
        await montserrat.TypeAsync("Form.Words.Texts[title]", "Un laboratorio di quartiere");
        await montserrat.TypeAsync("Form.Words.Texts[line]", "Tre cooperative, una macchina");

        // The line is cut. Mahdia changes one of the two texts, Barcelona saves what it has.
        await poles.Mahdia.KillAsync();
        var proposal = await montserrat.SaveAsync();
        await poles.Barcelona.KillAsync();
        await poles.Mahdia.StartAsync();
        await amira.OpenAsync(path + "/edit");
        await amira.WriteAsync("Title", "fr", "Un atelier du quartier, ouvert le soir");
        await amira.TypeAsync("Form.Why", "Les horaires ont changé");
        await amira.SaveAsync();
        await poles.Barcelona.StartAsync();

        // Both come through. What was translated from the words of before is not offered; the other text is.
        await amira.UntilAsync(path, Words.Of("fr", "translate.proposed"));
        await amira.PressAsync(amira.Page.Locator("#proposed a").First);
        Assert.Equal(1, await amira.Page.Locator(".notice.warning").CountAsync());
        Assert.Equal(0, await amira.Field("Decide.Words.Texts[title]").CountAsync());
        await amira.PressAsync(amira.Page.Locator("[name='Decide.Verdict'][value=Accepted]"));
        await montserrat.UntilAsync(proposal, Words.Of("ca", "translate.verdict.accepted"));
        await montserrat.UntilAsync(there, "ouvert le soir");

        // The words that were not taken are still there for whoever wants to make them fit.
        await montserrat.OpenAsync(proposal);
        await montserrat.SeesAsync("Un laboratorio di quartiere");
        await montserrat.OpenAsync(there + "/versions");
        await montserrat.SeesAsync("Les horaires ont changé");
        await montserrat.SeesAsync(Words.Of("ca", "versions.one", "1"));

        // Made to fit, they are a proposal again.
        await montserrat.OpenAsync(there + "/translate/it");
        await montserrat.TypeAsync("Form.Words.Texts[title]", "Un laboratorio di quartiere, aperto la sera");
        await montserrat.SaveAsync();
        await amira.UntilAsync(path, Words.Of("fr", "translate.proposed"));
        await amira.PressAsync(amira.Page.Locator("#proposed a").First);
        await amira.PressAsync(amira.Page.Locator("[name='Decide.Verdict'][value=Accepted]"));
        await using var reader = await poles.MontserratAsync("it");
        await reader.UntilAsync(there, "aperto la sera");
    }
}
