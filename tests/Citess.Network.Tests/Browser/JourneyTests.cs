using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>How a practice travels, as the people at both ends see it.</summary>
public sealed class JourneyTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_practice_written_in_Mahdia_is_read_in_Barcelona(bool hasScript)
    {
        await using var amira = await poles.AmiraAsync(hasScript: hasScript);
        await using var montserrat = await poles.MontserratAsync(hasScript: hasScript);
        await using var reader = await poles.MontserratAsync("fr", hasScript);
        var (arabic, french) = hasScript ? ("مطبخ السوق المشترك", "La cuisine partagée du marché") : ("حديقة الحي المشتركة", "Le jardin partagé du quartier");

        // Written in Arabic, with a French translation, for partner poles.
        await amira.OpenAsync("practices");
        await amira.PressAsync(amira.Page.Locator("main a[href='practice/new']").First);
        await amira.WriteAsync("Title", "ar", arabic);
        await amira.WriteAsync("Title", "fr", french);
        await amira.WriteAsync("Line", "ar", "تشترك فيه عشر نساء");
        await amira.WriteAsync("Line", "fr", "Dix femmes s’y retrouvent");
        await amira.WriteAsync("Overview", "ar", "مرة كل أسبوع:\n\n- يوم السوق");
        await amira.ChooseAsync("Form.Audience", "Network");
        var path = await amira.SaveAsync();
        await amira.SeesAsync(Words.Of("ar", "kernel.saved.network"));

        // Barcelona: a reader of French has French, a reader of Catalan the source and its language, both the origin.
        await montserrat.UntilAsync("practices", arabic);
        await montserrat.SeesAsync("CitESS Mahdia");
        await montserrat.SeesAsync(Words.Of("ca", "kit.in", Words.Of("ca", "language.ar")));
        await reader.UntilAsync("practices", french);
        await reader.SeesNotAsync(arabic);
        await reader.PressAsync(reader.Page.GetByText(french).First);
        var there = reader.HerePath();
        Assert.Equal($"from/{poles.Mahdia.Authority}/{path}", Uri.UnescapeDataString(there));
        await reader.SeesAsync("CitESS Mahdia");
        await reader.SeesAsync(Words.Of("fr", "kit.in", Words.Of("fr", "language.ar")));

        // Edited.
        await amira.PressAsync(amira.Page.Locator($"main a[href='{path}/edit']").First);
        await amira.WriteAsync("Title", "fr", french + ", agrandi");
        await amira.SaveAsync();
        await reader.UntilAsync(there, french + ", agrandi");
        await reader.SeesAsync(Words.Of("fr", "kit.origin.revision") + " 2");

        // Taken back, for all to see, and given again.
        await amira.OpenAsync(path);
        await amira.SendAsync("Turn.Withdraw");
        await amira.SeesAsync(Words.Of("ar", "kernel.withdrawn.ours"));
        await reader.UntilAsync(there, Words.Of("fr", "kernel.withdrawn.there", "CitESS Mahdia"));
        await reader.SeesNotAsync(french);
        await reader.UntilAsync("practices", Words.Of("fr", "kernel.withdrawn"));
        await amira.SendAsync("Turn.Withdraw");
        await reader.UntilAsync(there, french + ", agrandi");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_people_who_edit_the_same_practice_lose_nothing(bool hasScript)
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript);
        await using var youssef = await poles.YoussefAsync("fr", hasScript);
        var title = "Un atelier pour deux " + hasScript;
        await amira.OpenAsync("practice/new");
        await amira.WriteAsync("Title", "fr", title);
        await amira.WriteAsync("Line", "fr", "La première ligne");
        var path = await amira.SaveAsync();
        await amira.OpenAsync(path + "/edit");
        await youssef.OpenAsync(path + "/edit");

        await amira.WriteAsync("Line", "fr", "La ligne d’Amira");
        await amira.SaveAsync();
        await youssef.WriteAsync("Line", "fr", "La ligne de Youssef");
        await youssef.WriteAsync("Title", "es", "Un texto que nadie quiere escribir dos veces");
        await youssef.SendAsync("Form.Id");
        await youssef.SeesAsync(Words.Of("fr", "kernel.conflict.title"));

        var difference = await youssef.Page.Locator(".difference").InnerTextAsync();
        Assert.Contains("Amira", difference, StringComparison.Ordinal);
        Assert.Contains("Youssef", difference, StringComparison.Ordinal);
        Assert.Equal("La ligne de Youssef", await youssef.Field("Form.Line.Texts[fr]").InputValueAsync());
        Assert.Equal("Un texto que nadie quiere escribir dos veces", await youssef.Field("Form.Title.Texts[es]").InputValueAsync());
        await amira.OpenAsync(path);
        await amira.SeesAsync("La ligne d’Amira");

        await youssef.SaveAsync();
        await youssef.SeesAsync("La ligne de Youssef");
        await youssef.OpenAsync(path + "/edit");
        Assert.Equal("Un texto que nadie quiere escribir dos veces", await youssef.Field("Form.Title.Texts[es]").InputValueAsync());
    }
}
