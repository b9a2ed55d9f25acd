using System.Net;
using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Mahdia's gate with ports that record, and a network of documents that counts what is asked of it.</summary>
internal sealed class Doorway : HttpMessageHandler, IHostPolicy, IHeldThings, IOwnActors, IActorCache
{
    private readonly Dictionary<string, RemoteActor> cache = [];
    private readonly Dictionary<string, string> keys = [];

    public Doorway()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
        Shows(Pole.Barcelona.Id, Pole.Barcelona.Document());
        Shows(Pole.Mallory.Id, Pole.Mallory.Document());
        Shows(Pole.MalloryAtBarcelona.Id, Pole.MalloryAtBarcelona.Document());
        var http = new SafeHttpOptions { UserAgent = "CitESS/0" };
        var documents = new DocumentFetcher(new HttpClient(this), http, Time, hosts: this);
        Actors = new RemoteActors(documents, this, this, Time);
        var ports = new GatePorts(this, this, this);
        Requests = new SignedRequests(Actors, ports, http, Time);
        Gate = new Gate(Requests, Actors, ports, http, Time);
    }

    public FakeTimeProvider Time { get; }
    public RemoteActors Actors { get; }
    public SignedRequests Requests { get; }
    public Gate Gate { get; }
    public Dictionary<string, HostStanding> Standings { get; } = [];
    public Dictionary<string, byte[]> SeenHashes { get; } = [];
    public Dictionary<string, string> Owners { get; } = [];
    public Dictionary<string, Func<HttpResponseMessage>> Web { get; } = [];
    public Dictionary<string, Func<Task>> Slow { get; } = [];
    public List<string> Fetched { get; } = [];
    public List<string> Kept { get; } = [];
    public int Recalls { get; private set; }
    public Origin Origin { get; } = Origin.TryParse("https://mahdia.example", allowHttp: false, out var origin) ? origin : throw new InvalidOperationException();

    public void Shows(string url, string document, string type = "application/activity+json") => Web[url] = () =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(document)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return response;
    };

    public void Answers(string url, int status) => Web[url] = () => new HttpResponseMessage((HttpStatusCode)status);

    public IncomingActivity Post(string body, ISigner signer, Action<Dictionary<string, List<string>>>? change = null) => Post(Encoding.UTF8.GetBytes(body), signer, change);

    public IncomingActivity Post(byte[] body, ISigner signer, Action<Dictionary<string, List<string>>>? change = null)
    {
        var headers = Cavage.Sign(signer, "POST", new Uri("https://mahdia.example/inbox"), body, Time.GetUtcNow())
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => new List<string> { header.Value });
        change?.Invoke(headers);
        return new IncomingActivity(body, new SignedMessage("POST", "/inbox", "mahdia.example", name => headers.TryGetValue(name, out var values) ? values : []));
    }

    public Task<GateVerdict> Judge(string body, Pole by) => Gate.JudgeAsync(Post(body, by.Key));

    /// <summary>The refusal is for this reason, and nothing is kept but, at most, the document of whoever signed.</summary>
    public void Refuses(GateReason reason, GateVerdict verdict, params Pole[] mayBeCached)
    {
        Assert.Equal(reason, Assert.IsType<GateVerdict.Refused>(verdict).Reason);
        Assert.Empty(Kept.Except(mayBeCached.Select(pole => pole.Id)));
    }

    public ValueTask<HostStanding> StandingAsync(Origin host, CancellationToken token) => new(Standings.GetValueOrDefault(host.Authority));

    public ValueTask<HeldThing> RecallAsync(string actorId, string activityId, string? objectId, CancellationToken token)
    {
        Recalls++;
        return new(new HeldThing(
            SeenHashes.TryGetValue(activityId, out var hash) ? hash : (ReadOnlyMemory<byte>?)null,
            objectId is null ? null : cache.ContainsKey(objectId) ? objectId : Owners.GetValueOrDefault(objectId)));
    }

    public ValueTask<bool> HasAsync(string address, CancellationToken token) => new(address == Pole.Mahdia.Id);

    public ValueTask<RemoteActor?> FindAsync(string actorId, CancellationToken token) => new(cache.GetValueOrDefault(actorId));

    public ValueTask<RemoteActor?> FindByKeyAsync(string keyId, CancellationToken token) =>
        new(keys.TryGetValue(keyId, out var owner) && cache.TryGetValue(owner, out var actor) && actor.KeyIds.Contains(keyId) ? actor : null);

    public ValueTask KeepAsync(RemoteActor actor, string? provenKeyId, CancellationToken token)
    {
        Kept.Add(actor.Id);
        cache[actor.Id] = actor;
        foreach (var key in actor.KeyIds.Where(key => key == provenKeyId || actor.OwnKeyIds.Contains(key)))
        {
            keys.TryAdd(key, actor.Id);
        }

        return default;
    }

    public ValueTask ForgetAsync(string actorId, CancellationToken token)
    {
        cache.Remove(actorId);
        return default;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!.AbsoluteUri;
        Fetched.Add(url);
        if (Slow.TryGetValue(url, out var wait))
        {
            await wait().WaitAsync(cancellationToken);
        }

        return Web.TryGetValue(url, out var answer) ? answer() : throw new HttpRequestException("no route to " + url);
    }
}
