using Microsoft.Playwright;
using SkiaSharp;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>A practice from a snapshot to the whole, part by part, and how the other pole reads it.</summary>
public sealed class WritingTests(TwoPoles poles) : IClassFixture<TwoPoles>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_snapshot_becomes_a_practice_told_whole(bool hasScript)
    {
        await using var amira = await poles.AmiraAsync("fr", hasScript);
        await using var montserrat = await poles.MontserratAsync("fr", hasScript);
        var title = "Un pressoir partagé " + hasScript;

        // Ten minutes.
        await amira.OpenAsync("practice/new");
        await amira.WriteAsync("Title", "fr", title);
        await amira.WriteAsync("Line", "fr", "Trois coopératives, une machine");
        await amira.WriteAsync("Overview", "fr", "Le plus proche était à **40 km**.");
        await amira.WriteAsync("Results[0].What", "fr", "litres de plus par tonne");
        await amira.TypeAsync("Form.Results[0].Figure", "12");
        await amira.TypeAsync("Form.Contact", "Amira, 73 000 000");
        await amira.ChooseAsync("Form.Audience", "Network");
        var path = await amira.SaveAsync();
        await amira.SeesAsync(Words.Of("fr", "practices.next", Words.Of("fr", "practices.part.basics")));

        // One section is told, another will be known later; the example stands beside.
        await amira.OpenAsync(path + "/edit/story");
        await amira.SeesAsync(Words.Of("fr", "practices.lessons.example"));
        await amira.WriteAsync("Sections[solution]", "fr", "Chacune a ses jours.");
        await amira.TypeAsync("Form.Awaited[lessons]", "l’an prochain");
        await amira.SendAsync("Form.Id");
        await amira.SeesAsync(Words.Of("fr", "kernel.check.date"));
        Assert.Equal("Chacune a ses jours.", await amira.Field("Form.Sections[solution].Texts[fr]").InputValueAsync());
        await amira.TypeAsync("Form.Awaited[lessons]", "2031-06");
        await amira.SaveAsync();

        // More steps than the form had rows for, and what was typed stays.
        await amira.OpenAsync(path + "/edit/steps");
        await amira.WriteAsync("Phases[0].Name", "fr", "Compter");
        await amira.WriteAsync("Phases[1].Name", "fr", "Visiter");
        await amira.WriteAsync("Phases[1].Actors", "fr", "Six femmes\nLe pôle");
        Assert.Equal(0, await amira.Field("Form.Phases[2].Name.Texts[fr]").CountAsync());
        await amira.PressAsync(amira.Page.Locator("[name='Form.WantsRows']"));
        Assert.Equal("Visiter", await amira.Field("Form.Phases[1].Name.Texts[fr]").InputValueAsync());
        await amira.WriteAsync("Phases[3].Name", "fr", "Presser");
        await amira.TypeAsync("Form.Cost", "120 000");
        await amira.TypeAsync("Form.Currency", "tnd");
        await amira.TypeAsync("Form.Funding[members]", "40");

        // Enter saves, and asks for no more rows.
        await amira.Field("Form.Funding[members]").PressAsync("Enter");
        await amira.Page.WaitForURLAsync(url => url.Contains("?saved=", StringComparison.Ordinal));

        await amira.OpenAsync(path + "/edit/conditions");
        await amira.Field("Form.Conditions[0].Determinant").SelectOptionAsync("C1.1");
        await amira.ChooseAsync("Form.Conditions[0].IsRequired", "true");
        await amira.SaveAsync();
        await amira.OpenAsync(path + "/edit/blocks");
        await amira.WriteAsync("Blocks[0].Name", "fr", "Le calendrier");
        await amira.SaveAsync();

        // A picture without words is refused, with words it is made fit to travel.
        await amira.OpenAsync(path + "/edit/files");
        await amira.Field("Form.Picture").SetInputFilesAsync(Picture());
        await amira.SendAsync("Form.Id");
        await amira.SeesAsync(Words.Of("fr", "practices.files.alternative.needed"));
        await amira.Field("Form.Picture").SetInputFilesAsync(Picture());
        await amira.WriteAsync("PictureName", "fr", "Le pressoir au matin");
        await amira.SaveAsync();

        // Barcelona reads all of it, and not whom to ask.
        await montserrat.UntilAsync("practices", title);
        await montserrat.PressAsync(montserrat.Page.GetByText(title).First);
        var there = montserrat.HerePath();
        await montserrat.UntilAsync(there, "Le calendrier");
        foreach (var told in new[] { "Chacune a ses jours.", "Presser", "Six femmes", "12", "litres de plus par tonne", "juin 2031", "TND", Words.Of("fr", "practices.condition.required") })
        {
            await montserrat.SeesAsync(told);
        }

        await montserrat.SeesNotAsync("73 000 000");
        await PictureAsync(montserrat, there);
        await amira.OpenAsync(path);
        await amira.SeesAsync("73 000 000");
    }

    /// <summary>The picture comes behind its record, by its hash.</summary>
    private static async Task PictureAsync(Person reader, string path)
    {
        await House.Eventually.TrueAsync(
            async () =>
            {
                await reader.OpenAsync(path);
                return await reader.Page.Locator("img[alt='Le pressoir au matin']").EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth, () => 0)") == 1600;
            },
            "The picture did not come.");
    }

    private static FilePayload Picture()
    {
        using var bitmap = new SKBitmap(2000, 1000);
        bitmap.Erase(SKColors.Olive);
        return new() { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray() };
    }
}
