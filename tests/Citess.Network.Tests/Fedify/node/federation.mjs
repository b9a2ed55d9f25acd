// A small server on Fedify: a person of another kind of server, and an organisation that says it is a pole.
import { createFederation, MemoryKvStore } from "@fedify/fedify";
import * as vocab from "@fedify/vocab";
import { Keys } from "./keys.mjs";
import { asked, handled } from "./witness.mjs";

export const spec = { cavage: "draft-cavage-http-signatures-12", rfc9421: "rfc9421" };

export async function build(origin) {
  const addressOf = (name) => `${origin}/users/${name}`;
  const keys = {
    montserrat: await new Keys(addressOf("montserrat")).renew(),
    pole: await new Keys(addressOf("pole")).renew(),
  };
  const articles = new Map();
  const proposals = new Map();
  const offers = new Map();

  function federationFor(firstKnock) {
    const federation = createFederation({ kv: new MemoryKvStore(), firstKnock: spec[firstKnock], allowPrivateAddress: true });

    federation.setActorDispatcher("/users/{identifier}", (ctx, name) => {
      if (!(name in keys)) return null;
      const Kind = name === "pole" ? vocab.Organization : vocab.Person;
      return new Kind({
        id: ctx.getActorUri(name),
        preferredUsername: name,
        name: name === "pole" ? "Barcelona" : "Montserrat",
        inbox: ctx.getInboxUri(name),
        endpoints: new vocab.Endpoints({ sharedInbox: ctx.getInboxUri() }),
        url: ctx.getActorUri(name),
        ...keys[name].published(),
      });
    }).setKeyPairsDispatcher((_, name) => keys[name]?.pairs ?? []);

    federation.setObjectDispatcher(vocab.Article, "/articles/{id}", (_, { id }) => {
      asked.push(id);
      return articles.get(id) ?? null;
    });

    // As a pole calls it, to whoever looks at no more than the path.
    federation.setObjectDispatcher(vocab.Proposal, "/offering/{id}", (_, { id }) => proposals.get(id) ?? null);

    federation.setInboxListeners("/users/{identifier}/inbox", "/inbox")
      .on(vocab.Follow, async (ctx, follow) => {
        handled.push({ type: "Follow", id: follow.id.href });
        const answered = ctx.parseUri(follow.objectId);
        const sender = keys[answered.identifier];
        await ctx.sendActivity(
          Object.values(sender.senders()),
          await follow.getActor(ctx),
          new vocab.Accept({ id: new URL(`${origin}/activities/${crypto.randomUUID()}`), actor: follow.objectId, object: follow }),
        );
      })
      .on(vocab.Offer, (_, offer) => {
        handled.push({ type: "Offer", id: offer.id.href });
        offers.set(offer.id.href, offer);
      })
      .on(vocab.Activity, (_, activity) => {
        handled.push({ type: activity.constructor.name, id: activity.id.href });
      });

    return federation;
  }

  return { keys, articles, proposals, offers, addressOf, federations: { cavage: federationFor("cavage"), rfc9421: federationFor("rfc9421") } };
}
