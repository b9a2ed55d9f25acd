using System.Net;
using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.Library;

/// <summary>A form that was done with already: pressed twice, or from a page that is older than what is there now.</summary>
public sealed class TwiceTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task What_is_sent_a_second_time_says_that_it_may_be_done_and_leads_back()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/fr/practices?sdg=12");
        var form = amira.Page.Forms.Single(each => each.QuerySelector("[name='Keep.Name']") is not null);
        (string, string)[] fields = [.. form.Elements.Where(element => element.GetAttribute("name") is not null).Select(element => (element.GetAttribute("name")!, element.GetAttribute("value") ?? "")), ("Keep.Name", "Objectif 12")];
        fields = [.. fields.Where(field => field.Item1 != "Keep.Name" || field.Item2.Length > 0)];
        await amira.PostAsync("/fr/practices?sdg=12", fields);
        Assert.Equal(HttpStatusCode.Found, amira.Status);
        await amira.PostAsync("/fr/practices?sdg=12", fields);

        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("Si vous avez appuyé deux fois, c’est fait.", amira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await amira.OpenAsync(amira.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Single(amira.Page.QuerySelectorAll("[aria-labelledby=searches] li a"));
    }
}
