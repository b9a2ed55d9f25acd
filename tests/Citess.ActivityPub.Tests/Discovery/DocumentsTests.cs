using System.Text.Json;
using System.Xml.Linq;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Xunit;

namespace Citess.ActivityPub.Tests.Discovery;

public sealed class DocumentsTests
{
    private static readonly Origin Mahdia = Origin.TryParse("https://mahdia.example", allowHttp: false, out var origin) ? origin : throw new InvalidOperationException();

    [Fact]
    public void WebFinger_leads_to_the_actor()
    {
        var json = JsonSerializer.Serialize(Jrd.ForActor("acct:pole@mahdia.example", "https://mahdia.example/pole", "https://mahdia.example/ar/"), DiscoveryJson.Default.Jrd);
        Assert.Equal("""
            {"subject":"acct:pole@mahdia.example","aliases":["https://mahdia.example/pole"],"links":[{"rel":"self","type":"application/activity\u002Bjson","href":"https://mahdia.example/pole"},{"rel":"http://webfinger.net/rel/profile-page","type":"text/html","href":"https://mahdia.example/ar/"}]}
            """, json);
    }

    [Fact]
    public void Host_meta_says_in_both_forms_where_WebFinger_is()
    {
        const string template = "https://mahdia.example/.well-known/webfinger?resource={uri}";
        var link = XDocument.Parse(HostMeta.Xml(Mahdia)).Root!.Elements().Single();
        Assert.Equal(("{http://docs.oasis-open.org/ns/xri/xrd-1.0}Link", "lrdd", template), (link.Name.ToString(), link.Attribute("rel")!.Value, link.Attribute("template")!.Value));
        Assert.Equal(template, HostMeta.Json(Mahdia).Links.Single().Template);
    }

    [Fact]
    public void NodeInfo_has_each_member_that_its_schema_requires()
    {
        var info = new NodeInfo
        {
            Software = new NodeInfoSoftware { Name = "citess", Version = "0.1.0" },
            Protocols = ["activitypub"],
            Usage = new NodeInfoUsage { Users = new NodeInfoUsers { Total = 3 } },
        };
        var json = JsonSerializer.SerializeToElement(info, DiscoveryJson.Default.NodeInfo);
        Assert.Equal("2.1", json.GetProperty("version").GetString());
        Assert.Equal("citess", json.GetProperty("software").GetProperty("name").GetString());
        Assert.Equal("activitypub", json.GetProperty("protocols")[0].GetString());
        Assert.Equal((0, 0), (json.GetProperty("services").GetProperty("inbound").GetArrayLength(), json.GetProperty("services").GetProperty("outbound").GetArrayLength()));
        Assert.False(json.GetProperty("openRegistrations").GetBoolean());
        Assert.Equal(3, json.GetProperty("usage").GetProperty("users").GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Object, json.GetProperty("metadata").ValueKind);
    }

    [Fact]
    public void The_well_known_NodeInfo_names_the_document_and_the_server_actor()
    {
        var links = NodeInfo.Links("https://mahdia.example/nodeinfo/2.1", "https://mahdia.example/server").Links;
        Assert.Equal([(NodeInfo.Rel, "https://mahdia.example/nodeinfo/2.1"), (NodeInfo.ApplicationRel, "https://mahdia.example/server")], links.Select(link => (link.Rel!, link.Href!)));
    }

    [Fact]
    public void An_empty_document_reads_as_one_without_links() => Assert.Empty(JsonSerializer.Deserialize("{}", DiscoveryJson.Default.Jrd)!.Links);
}
