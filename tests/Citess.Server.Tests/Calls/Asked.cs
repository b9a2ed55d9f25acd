using System.Security.Claims;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Records;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Server.Tests.Calls;

/// <summary>A call of Mahdia for which two are asked: the commune, whose contact nobody else may see, and a cooperative, which has the link.</summary>
internal sealed record Asked(House House, string Call, string Commune, string Coop, string Secret)
{
    public const string Contact = "salma@example.org";

    public static ClaimsPrincipal Amira { get; } = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "01JDEMPERS0AMRA00000000001"), new(ClaimTypes.Role, Roles.Coordinator)], "test"));

    public string Page => $"/es/calls/{Call}/sheet/{Secret}";

    public ConsortiumDesk Desk => House.Services.GetRequiredService<ConsortiumDesk>();

    public static async Task<Asked> AsyncIn(House house, Audience audience = Audience.Own)
    {
        var desk = house.Services.GetRequiredService<ConsortiumDesk>();
        var (call, commune, coop) = (Id(house), Id(house), Id(house));
        await house.Services.GetRequiredService<RecordDesk<Call>>().CreateAsync(Amira, call, Of(house.Clock.GetUtcNow().AddDays(21)), audience);
        await desk.PutAsync(Amira, call, commune, new() { Name = "Commune de Mahdia", Roles = ["public-body"], Country = "TN", Contact = new() { Person = "Salma", Email = Contact, Telephone = "+216 00 000 001" }, Amount = 123_456 }, 0);
        await desk.PutAsync(Amira, call, coop, new() { Name = "Coop del Besòs", Roles = ["sse-organisation"], Country = "ES", Language = "es" }, 0);
        return new(house, call, commune, coop, await desk.LinkAsync(Amira, call, coop));
    }

    public async Task<Candidate> CoopAsync() => (await Desk.ReadAsync(Amira, Call))!.Value.Consortium.Find(Coop)!;

    public static Call Of(DateTimeOffset deadline) => new()
    {
        Title = MultilingualText.Of("fr", "Circuits courts", ("es", "Circuitos cortos")),
        Deadline = deadline.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        TimeZone = "Etc/UTC",
        Rules = new() { LeastPartners = 2, Needs = [new() { Role = "public-body", Country = "TN" }, new() { Role = "sse-organisation" }], Budget = 500_000, Currency = "EUR" },
    };

    public static string Id(House house) => Ulid.NewUlid(house.Clock.GetUtcNow()).ToString();

    public static (string, string)[] Sheet(params (string, string)[] more) =>
    [
        ("Form.About.Texts[es]", "Una cooperativa de reparto."),
        ("Form.Brings.Texts[es]", "Dos almacenes."),
        ("Form.Tasks.Texts[es]", "Lleva la logística."),
        ("Form.Amount", "90 000"),
        ("Form.Name", "Montserrat Puig"),
        ("Form.Function", "presidenta"),
        .. more,
    ];
}
