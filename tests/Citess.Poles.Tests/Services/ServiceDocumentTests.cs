using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Services;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Directory;
using Xunit;

namespace Citess.Poles.Tests.Services;

public sealed class ServiceDocumentTests : IDisposable
{
    private readonly Prose prose = new();

    private ServiceKind Kind => new(prose);

    [Fact]
    public void A_service_travels_as_a_page_with_the_names_of_HSDS()
    {
        var document = Kind.Write(ServiceExamples.LegalAdvice, Mahdia.Frame(ServiceExamples.Key));

        Assert.Equal("Page", document.GetProperty("type").GetString());
        Assert.Equal("temporarily closed", document.GetProperty("status").GetString());
        Assert.Equal("Toute personne qui a une idée", document.GetProperty("eligibilityDescription").GetProperty("fr").GetString());
        Assert.Equal("https://mahdia.example/" + ActorExamples.Key, document.GetProperty("provider").GetString());
        Assert.Equal("2026-02-27", document.GetProperty("assuredDate").GetString());
        Assert.Equal("+216 00 123 456", document.GetProperty("telephone").GetString());
    }

    [Fact]
    public void Who_assured_it_stays_in_the_house()
    {
        Assert.DoesNotContain("AMRA", Kind.Write(ServiceExamples.LegalAdvice, Mahdia.Frame(ServiceExamples.Key)).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("AMRA", StateJson.Write(Mahdia.Listed(Kind, ServiceExamples.LegalAdvice, ServiceExamples.Key)), StringComparison.Ordinal);
        Assert.Equal("", Kind.Shown(ServiceExamples.LegalAdvice, Mahdia.Visitor).AssuredBy);
        Assert.NotEqual("", Kind.Shown(ServiceExamples.LegalAdvice, Mahdia.Amira).AssuredBy);
    }

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        foreach (var service in (Service[])[ServiceExamples.LegalAdvice, ServiceExamples.Barest])
        {
            var read = Kind.Read(Mahdia.Shared(Kind, service, ServiceExamples.Key))!;

            Assert.Equal(Texts(service), Texts(read));
            Assert.Equal(Rest(service), Rest(read));
        }

        static IEnumerable<string> Texts(Service service) =>
            new[] { service.Name, service.Line, service.About, service.Eligibility, service.Application, service.Fees, service.WaitTime }.Select(text => StateJson.Write(text.ToMap()));

        static string Rest(Service service) => StateJson.Write(service with
        {
            Name = MultilingualText.Empty,
            Line = MultilingualText.Empty,
            About = MultilingualText.Empty,
            Eligibility = MultilingualText.Empty,
            Application = MultilingualText.Empty,
            Fees = MultilingualText.Empty,
            WaitTime = MultilingualText.Empty,
            AssuredBy = "",
        });
    }

    [Fact]
    public void Every_term_of_ours_is_explained_in_the_context() =>
        Assert.Empty(Mahdia.Unexplained(Kind, ServiceExamples.LegalAdvice, ServiceExamples.Key));

    [Theory]
    [InlineData("https://barcelona.example/actor/01JDEMACTRMAHDA00000000001")]
    [InlineData("https://mahdia.example.mallory.example/actor/01JDEMACTRMAHDA00000000001")]
    [InlineData("https://mahdia.example/pole/01JDEMACTRMAHDA00000000001")]
    [InlineData("https://mahdia.example/actor/../../etc/passwd")]
    public void Nobody_names_an_actor_of_another_pole_as_the_giver(string provider)
    {
        var sent = Mahdia.Shared(Kind, ServiceExamples.LegalAdvice, ServiceExamples.Key);
        sent.Other!["provider"] = JsonSerializer.SerializeToElement(provider);

        Assert.Equal("", Kind.Read(sent)!.Provider);
    }

    [Fact]
    public void A_status_that_we_do_not_know_is_not_taken_for_open()
    {
        var sent = Mahdia.Shared(Kind, ServiceExamples.LegalAdvice, ServiceExamples.Key);
        sent.Other!["status"] = JsonSerializer.SerializeToElement("seasonal");

        Assert.Equal(ServiceStatus.Inactive, Kind.Read(sent)!.Status);
    }

    [Fact]
    public void A_service_is_found_by_the_languages_in_which_it_is_given()
    {
        Assert.Equal(["ar", "fr"], Mahdia.Listed(Kind, ServiceExamples.LegalAdvice, ServiceExamples.Key)!.Languages);
        Assert.Equal(["fr"], Mahdia.Listed(Kind, ServiceExamples.Barest, ServiceExamples.Key)!.Languages);
    }

    [Fact]
    public void A_partner_lists_a_service_whose_text_became_longer_as_HTML()
    {
        var service = ServiceExamples.LegalAdvice with { About = MultilingualText.Of("fr", string.Concat(Enumerable.Repeat("- a\n", Service.MaxAbout / 4))) };

        Assert.Empty(Kind.Check(service));
        Assert.NotNull(Mahdia.Listed(Kind, service, ServiceExamples.Key));
    }

    public void Dispose() => prose.Dispose();
}
