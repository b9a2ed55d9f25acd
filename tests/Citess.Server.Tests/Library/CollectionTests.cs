using System.Net;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Collections;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Library;

/// <summary>Collections as people without script make, read and follow them.</summary>
public sealed class CollectionTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task A_practice_is_put_into_a_collection_from_its_page_told_why_and_taken_out_again()
    {
        var practice = await ShareAsync("Four solaire");
        var collection = await CollectAsync("Cuire sans bois", Audience.Public);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practice/" + practice);
        await amira.OpenAsync("/en/" + amira.Page.QuerySelectorAll("a").Single(link => link.TextContent == "Put into a collection").GetAttribute("href"));
        await amira.SendAsync(follow: true, ("Form.Collection", collection), ("Form.Reason.Texts[en]", "The first one <b>"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Contains("It is in “Cuire sans bois” now", amira.Html, StringComparison.Ordinal);

        await amira.OpenAsync("/en/collection/" + collection);
        Assert.Equal(["Four solaire"], Titles(amira));
        Assert.Contains("The first one <b>", amira.Page.QuerySelector(".card .why")!.TextContent, StringComparison.Ordinal);
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/practice/" + practice);
        Assert.Contains("Cuire sans bois", visitor.Page.QuerySelector("[aria-labelledby=collections]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/collect", visitor.Html, StringComparison.Ordinal);

        await amira.OpenAsync($"/en/practice/{practice}/collect?in={collection}");
        Assert.Equal("The first one <b>", amira.Page.QuerySelector("[name='Form.Reason.Texts[en]']")!.GetAttribute("value"));
        await amira.SendAsync(follow: true, ("Form.Reason.Texts[en]", "Still the first"));
        Assert.Equal($"/en/collection/{collection}", amira.Path);
        Assert.Contains("Still the first", amira.Html, StringComparison.Ordinal);

        await amira.OpenAsync($"/en/practice/{practice}/collect");
        await amira.SendAsync(follow: true, ("_handler", "out-" + collection));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        await amira.OpenAsync("/en/collection/" + collection);
        Assert.Empty(Titles(amira));
        Assert.Contains("choose “Put into a collection”", amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_that_is_for_fewer_people_by_now_shows_neither_its_name_nor_why_it_is_in_to_others()
    {
        var practice = await ShareAsync("Nom confidentiel");
        var collection = await CollectAsync("Ce qui change", Audience.Public);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/practice/{practice}/collect");
        await amira.SendAsync(follow: true, ("Form.Collection", collection), ("Form.Reason.Texts[en]", "Because of Montserrat"));
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/en/collection/" + collection);
        Assert.Equal(["Nom confidentiel"], Titles(visitor));

        var grain = mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>("practice/" + practice);
        var held = (await grain.ReadAsync())!;
        await WaitAsync(practice, await grain.EditAsync(held.Content, Audience.Network, held.Revision, ""), PracticeKind.Kind);
        await visitor.OpenAsync("/en/collection/" + collection);
        Assert.Equal(["A practice that is not for everyone"], Titles(visitor));
        Assert.DoesNotContain("confidentiel", visitor.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Montserrat", visitor.Html, StringComparison.Ordinal);
        await amira.OpenAsync("/en/collection/" + collection);
        Assert.Equal(["Nom confidentiel"], Titles(amira));
    }

    [Fact]
    public async Task A_new_collection_begins_with_the_practice_from_whose_page_it_is_made_and_is_put_in_order()
    {
        var (first, second) = (await ShareAsync("Ruches"), await ShareAsync("Miel"));
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/collection/new?with=practice/" + first);
        await amira.SendAsync(follow: true, ("Form.Title.Texts[en]", "Bees"), ("Form.Audience", "Public"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        var page = amira.Path.Split('?')[0];
        Assert.Equal(["Ruches"], Titles(amira));

        await amira.OpenAsync($"/en/practice/{second}/collect");
        await amira.SendAsync(follow: true, ("Form.Collection", page.Split('/')[^1]));
        await amira.OpenAsync(page + "/edit");
        await amira.SendAsync(follow: true, ("Form.Places[1].Place", "1"));
        Assert.Equal(["Miel", "Ruches"], Titles(amira));

        await amira.OpenAsync(page + "/edit");
        await amira.SendAsync(follow: true, ("Form.Places[0].IsGone", "true"));
        Assert.Equal(["Ruches"], Titles(amira));
    }

    [Fact]
    public async Task The_longest_collection_is_put_in_order_by_its_form()
    {
        var practice = await ShareAsync("La seule");
        var collection = await CollectAsync("Deux cents", Audience.Own);
        var grain = Grain(collection);
        var held = (await grain.ReadAsync())!;
        var other = Enumerable.Range(0, PracticeCollection.Most - 1).Select(number => new CollectedPractice
        {
            Practice = new() { Origin = "https://barcelona.example", Key = RecordKey.Derived("practice", $"{number}").ToString(), Owner = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW" },
            Name = MultilingualText.Of("ca", $"Pràctica {number}"),
        });
        await WaitAsync(collection, await grain.EditAsync(held.Content with { Practices = [.. other, One(practice, "La seule")] }, Audience.Own, held.Revision, ""));
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/collection/{collection}/edit");
        await amira.SendAsync(follow: true, ("Form.Places[199].Place", "1"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Equal(("La seule", PracticeCollection.Most), (Titles(amira)[0], Titles(amira).Count));
        Assert.Contains("This pole does not have this practice", amira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_is_for_no_more_people_than_each_practice_in_it_and_what_is_refused_is_not_kept()
    {
        var (open, closed) = (await ShareAsync("Ouverte"), await ShareAsync("Confidentielle", Audience.Own));
        var collection = await CollectAsync("Mélangée", Audience.Network, open);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/practice/{closed}/collect");
        await amira.SendAsync(follow: true, ("Form.Collection", collection));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("“Confidentielle” is shared with fewer", amira.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await Grain(collection).ReadAsync())!.Revision);

        // Nor does it become so by being shared with more.
        var own = await CollectAsync("Pour nous", Audience.Own, closed);
        await amira.OpenAsync("/en/collection/" + own);
        await amira.SendAsync(follow: true, ("Share.Audience", "Network"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Equal((1, Audience.Own), ((await Grain(own).ReadAsync())!.Revision, (await Grain(own).ReadAsync())!.Audience));
        await amira.OpenAsync($"/en/collection/{own}/edit");
        await amira.SendAsync(follow: true, ("Form.Audience", "Public"));
        Assert.Contains("“Confidentielle” is shared with fewer", amira.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await Grain(own).ReadAsync())!.Revision);
    }

    [Fact]
    public async Task A_practice_that_is_not_here_is_not_put_in_and_one_that_went_does_not_keep_the_title_from_being_changed()
    {
        var gone = await ShareAsync("Bientôt retirée");
        var collection = await CollectAsync("Avec un trou", Audience.Public, gone);
        await WaitAsync(gone, await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>("practice/" + gone).WithdrawAsync(1, ""), PracticeKind.Kind);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/collection/{collection}/edit");
        await amira.SendAsync(follow: true, ("Form.Title.Texts[fr]", "Encore là"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/collection/" + collection);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Encore là", visitor.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bientôt retirée", visitor.Html, StringComparison.Ordinal);
        await amira.OpenAsync($"/en/practice/{gone}/collect");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);

        var held = await amira.AskAsync(HttpMethod.Get, "/api/collections/" + collection);
        Assert.Equal(gone, held.GetProperty("content").GetProperty("practices")[0].GetProperty("practice").GetProperty("key").GetString()!.Split('/')[1]);
    }

    [Fact]
    public async Task Who_follows_a_collection_is_told_how_many_came_in_and_nobody_else_is()
    {
        var (first, second) = (await ShareAsync("Barque"), await ShareAsync("Filets"));
        var collection = await CollectAsync("La mer", Audience.Public, first);
        await mahdia.AddAsync("follower", Roles.Facilitator);
        using var follower = await mahdia.SignedInAsync("follower");
        await follower.OpenAsync("/en/collection/" + collection);
        await follower.SendAsync(follow: true, ("_handler", "follow"));
        Assert.Contains("Stop following", follower.Html, StringComparison.Ordinal);
        await follower.OpenAsync("/en/practices");
        Assert.Equal("La mer", follower.Page.QuerySelector("[aria-labelledby=followed] a")!.TextContent);
        Assert.Null(follower.Page.QuerySelector("[aria-labelledby=followed] .badge"));

        var held = (await Grain(collection).ReadAsync())!;
        await WaitAsync(collection, await Grain(collection).EditAsync(held.Content with { Practices = held.Content.Practices.Insert(0, One(second, "Filets")) }, Audience.Public, held.Revision, ""));
        await follower.OpenAsync("/en/practices");
        Assert.Equal("New: 1", follower.Page.QuerySelector("[aria-labelledby=followed] .badge")!.TextContent);
        await follower.OpenAsync("/en/collection/" + collection);
        Assert.Equal(["Filets"], follower.Page.QuerySelectorAll("ol.cards .card").Where(card => card.QuerySelector(".badge.waiting") is not null).Select(card => card.QuerySelector("h2")!.TextContent.Trim()));
        await follower.OpenAsync("/en/practices");
        Assert.Null(follower.Page.QuerySelector("[aria-labelledby=followed] .badge"));

        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practices");
        Assert.Null(amira.Page.QuerySelector("[aria-labelledby=followed]"));

        // What is for fewer now is named to nobody, and can be left.
        await WaitAsync(collection, await Grain(collection).WithdrawAsync(2, ""));
        await follower.OpenAsync("/en/practices");
        var row = follower.Page.QuerySelector("[aria-labelledby=followed] li")!;
        Assert.Contains("A collection that is no longer here", row.TextContent, StringComparison.Ordinal);
        await follower.SendAsync(follow: true, ("_handler", row.QuerySelector("[name=_handler]")!.GetAttribute("value")!));
        await follower.OpenAsync("/en/practices");
        Assert.Null(follower.Page.QuerySelector("[aria-labelledby=followed]"));
    }

    [Fact]
    public async Task A_visitor_reads_what_is_for_everyone_and_follows_nothing()
    {
        var practice = await ShareAsync("Jardin");
        var collection = await CollectAsync("Jardins", Audience.Public, practice);
        var hidden = await CollectAsync("Jardins secrets", Audience.Network, practice);
        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/fr/practices/collections?q=Jardins");
        Assert.Equal(["Jardins"], Titles(visitor));
        await visitor.OpenAsync("/fr/collection/" + collection);
        Assert.Equal(["Jardin"], Titles(visitor));
        Assert.Null(visitor.Page.QuerySelector("form.follow"));
        await visitor.OpenAsync("/fr/collection/" + hidden);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.OpenAsync($"/fr/practice/{practice}/collect");
        Assert.StartsWith("/fr/sign-in", visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_puts_into_what_stays_here_and_not_into_what_is_shared()
    {
        var practice = await ShareAsync("Couture");
        var (shared, own) = (await CollectAsync("Partagée", Audience.Network), await CollectAsync("À nous", Audience.Own));
        await mahdia.AddAsync("member", Roles.Member);
        using var member = await mahdia.SignedInAsync("member");
        await member.OpenAsync($"/en/practice/{practice}/collect");
        Assert.Contains(own, member.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(shared, member.Html, StringComparison.Ordinal);
        await member.SendAsync(follow: true, ("Form.Collection", shared));
        Assert.Equal(HttpStatusCode.BadRequest, member.Status);
        Assert.Empty((await Grain(shared).ReadAsync())!.Content.Practices);
        await member.OpenAsync($"/en/practice/{practice}/collect");
        await member.SendAsync(follow: true, ("Form.Collection", own));
        Assert.Equal(HttpStatusCode.OK, member.Status);
        Assert.Single((await Grain(own).ReadAsync())!.Content.Practices);
    }

    private static IReadOnlyList<string> Titles(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".cards .card h2").Select(title => title.TextContent.Trim())];

    private ICollectionGrain Grain(string id) => mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<ICollectionGrain>("collection/" + id);

    private static CollectedPractice One(string practice, string name) => new() { Practice = new() { Key = "practice/" + practice }, Name = MultilingualText.Of("fr", name) };

    private async Task WaitAsync(string id, int revision, string kind = CollectionKind.Kind) =>
        Assert.True(await mahdia.Services.GetRequiredService<ICatalogue>().WaitForAsync(RecordKey.Parse($"{kind}/{id}"), revision));

    private async Task<string> CollectAsync(string title, Audience audience, params IEnumerable<string> practices)
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        await WaitAsync(id, await Grain(id).CreateAsync(
            new() { Title = MultilingualText.Of("fr", title), Practices = [.. await Task.WhenAll(practices.Select(async each => One(each, (await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>("practice/" + each).ReadAsync())!.Content.Title.SourceText)))] }, audience, ""));
        return id;
    }

    private async Task<string> ShareAsync(string title, Audience audience = Audience.Public)
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        await WaitAsync(id, await mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>("practice/" + id).CreateAsync(
            new Practice { Title = MultilingualText.Of("fr", title), Line = MultilingualText.Of("fr", title) }, audience, ""), PracticeKind.Kind);
        return id;
    }
}
