using Citess.Poles.Calls.Dossiers;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.Dossiers;

public sealed class DossierTests
{
    private static readonly Consortium s_consortium = new Consortium()
        .Put("lead", Draft with { IsLead = true, Standing = CandidateStanding.Committed, CommittedBy = "Salma" }, 0, Amira, Now)
        .Put("asked", Draft with { Name = "Encore personne" }, 0, Amira, Now)
        .Put("coop", Draft with { Name = "Coop", Country = "ES", Roles = ["sse-organisation"] }, 0, Amira, Now)
        .Link("coop", new() { Id = "link", Hash = "hash", Made = Now }, Now)
        .Answer("hash", Sheet with { Deed = SheetDeed.Commit, Seen = 2 }, Now);

    private static Dossier Made => DossierDesk.Of("https://mahdia.example/" + Key, Open, s_consortium, Now);

    [Fact]
    public void It_has_who_committed_the_leading_one_first_with_how_and_when()
    {
        Assert.Equal([("Commune de Mahdia", "public-body", false), ("Coop", "sse-organisation", true)], Made.Partners.Select(each => (each.Name, each.Role, each.IsByLink)));
        Assert.Equal(("Montserrat", "presidenta", Now), (Made.Partners[1].CommittedBy, Made.Partners[1].Function, Made.Partners[1].CommittedOn));
    }

    [Fact]
    public void Sums_are_by_country_and_by_role()
    {
        var budget = Made.Budget;
        Assert.Equal((210_000L, "EUR"), (budget.Sum, budget.Currency));
        Assert.Equal([("TN", 120_000L), ("ES", 90_000L)], budget.ByCountry.Select(each => (each.Code, each.Sum)));
        Assert.Equal([("public-body", 120_000L), ("sse-organisation", 90_000L)], budget.ByRole.Select(each => (each.Code, each.Sum)));
        Assert.Equal([57.1m, 42.9m], Made.Partners.Select(each => each.Percent!.Value));
    }

    [Fact]
    public void Nobody_who_was_only_asked_is_in_it_nor_whom_to_ask_nor_who_wrote_it_nor_a_link()
    {
        var json = StateJson.Write(Made);
        foreach (var secret in new[] { "Encore personne", "salma@example.org", "+216", Amira, "hash" })
        {
            Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_table_has_each_partner_the_sums_and_the_rules_and_rows_of_one_width()
    {
        var table = new DossierTable(Words);
        var rows = await table.RowsAsync(Made).ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(rows, row => Assert.Equal(table.Headings.Count, row.Count));
        Assert.Equal(210_000L, rows[2][6]);
        Assert.Equal(2 + 1 + 1 + 4 + 1 + 8, rows.Count);
    }
}
