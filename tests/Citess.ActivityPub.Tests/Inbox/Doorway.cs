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
internal sealed class Doorway : HttpMessageHandler, IHostPolicy, ISeenActivities, IHeldObjects, IOwnActors, IActorCache
{
    private readonly Dictionary<string, RemoteActor> cache = [];

    public Doorway()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
        Shows(Pole.Barcelona.Id, Pole.Barcelona.Document());
        Shows(Pole.Mallory.Id, Pole.Mallory.Document());
        Shows(Pole.MalloryAtBarcelona.Id, Pole.MalloryAtBarcelona.Document());
        var http = new SafeHttpOptions { UserAgent = "CitESS/0" };
        var documents = new DocumentFetcher(new HttpClient(this), http, Time);
        Actors = new RemoteActors(documents, this, Time);
        Gate = new Gate(Actors, new GatePorts(this, this, this, this), http, Time);
    }

    public FakeTimeProvider Time { get; }
    public RemoteActors Actors { get; }
    public Gate Gate { get; }
    public Dictionary<string, HostStanding> Standings { get; } = [];
    public Dictionary<string, byte[]> SeenHashes { get; } = [];
    public Dictionary<string, string> Owners { get; } = [];
    public Dictionary<string, Func<HttpResponseMessage>> Web { get; } = [];
    public List<string> Fetched { get; } = [];
    public List<string> Kept { get; } = [];
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

    ValueTask<ReadOnlyMemory<byte>?> ISeenActivities.FindAsync(string activityId, CancellationToken token) =>
        new(SeenHashes.TryGetValue(activityId, out var hash) ? hash : (ReadOnlyMemory<byte>?)null);

    public ValueTask<string?> OwnerAsync(string objectId, CancellationToken token) => new(Owners.GetValueOrDefault(objectId));

    public ValueTask<bool> HasAsync(string address, CancellationToken token) => new(address == Pole.Mahdia.Id);

    ValueTask<RemoteActor?> IActorCache.FindAsync(string actorId, CancellationToken token) => new(cache.GetValueOrDefault(actorId));

    public ValueTask<RemoteActor?> FindByKeyAsync(string keyId, CancellationToken token) => new(cache.Values.FirstOrDefault(actor => actor.KeyIds.Contains(keyId)));

    public ValueTask KeepAsync(RemoteActor actor, CancellationToken token)
    {
        Kept.Add(actor.Id);
        cache[actor.Id] = actor;
        return default;
    }

    public ValueTask ForgetAsync(string actorId, CancellationToken token)
    {
        cache.Remove(actorId);
        return default;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!.AbsoluteUri;
        Fetched.Add(url);
        return Web.TryGetValue(url, out var answer) ? Task.FromResult(answer()) : throw new HttpRequestException("no route to " + url);
    }
}
