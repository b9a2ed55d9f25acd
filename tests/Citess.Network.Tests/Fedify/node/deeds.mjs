// What the peer can be told to do. Each activity is built, proved, signed and sent by Fedify; the answer says what came of it.
import * as vocab from "@fedify/vocab";
import { sent } from "./witness.mjs";

export class Deeds {
  #origin;
  #peer;
  #follows = new Map();

  constructor(origin, peer) {
    this.#origin = origin;
    this.#peer = peer;
  }

  /** Says one verb about one thing to one actor elsewhere. */
  async say({ verb, as = "montserrat", to, dialect = "cavage", proves = true, signsAs = as, provesAs = as, useOldKeys = false, article, note, about, agreement, content }) {
    const ctx = this.#peer.federations[dialect].createContext(new URL(this.#origin), undefined);
    const recipient = await ctx.lookupObject(to);
    const id = new URL(`${this.#origin}/activities/${crypto.randomUUID()}`);
    const actor = ctx.getActorUri(as);
    const activity = await this.#activity(ctx, { verb, id, actor, as, recipient, article, note, about, agreement, content });
    const from = sent.length;
    let error = null;
    try {
      const { rsa } = this.#peer.keys[signsAs].senders(useOldKeys);
      const { ed25519 } = this.#peer.keys[provesAs].senders(useOldKeys);
      await ctx.sendActivity(proves ? [rsa, ed25519] : [rsa], recipient, activity);
    } catch (e) {
      error = e.message;
    }
    return { id: id.href, object: activity.objectId?.href ?? null, error, posts: sent.slice(from) };
  }

  /** Publishes what montserrat offers or wants, FEP-0837: served at its address, in the words of Fedify's vocabulary. */
  publish({ id, purpose = "offer", name, content, unit = "one", step = "1", available, isGone = false }) {
    const ctx = this.#peer.federations.cavage.createContext(new URL(this.#origin), undefined);
    const address = ctx.getObjectUri(vocab.Proposal, { id });
    const measure = (value) => new vocab.Measure({ unit, numericalValue: value });
    this.#peer.proposals.set(id, new vocab.Proposal({
      id: address,
      attribution: ctx.getActorUri("montserrat"),
      purpose,
      name,
      content,
      unitBased: true,
      publishes: new vocab.Intent({ id: new URL(`${address.href}/what`), action: "transfer", resourceQuantity: measure(step), availableQuantity: measure(available) }),
      to: vocab.PUBLIC_COLLECTION,
    }));
    if (isGone) this.#peer.proposals.delete(id);
    return address.href;
  }

  async #activity(ctx, { verb, id, actor, as, recipient, article, note, about, agreement, content }) {
    const audience = { to: vocab.PUBLIC_COLLECTION };
    switch (verb) {
      case "Follow": {
        const follow = new vocab.Follow({ id, actor, object: recipient.id });
        this.#follows.set(as, follow);
        return follow;
      }
      case "UndoFollow":
        return new vocab.Undo({ id, actor, object: this.#follows.get(as) });
      case "Reply":
        return new vocab.Create({ id, actor, object: this.#note(actor, note), ...audience });
      case "UpdateReply":
        return new vocab.Update({ id, actor, object: this.#note(actor, note), ...audience });
      case "Create":
        return new vocab.Create({ id, actor, object: this.#article(ctx, actor, article), ...audience });
      case "CreateByAddress":
        return new vocab.Create({ id, actor, object: this.#article(ctx, actor, article).id, ...audience });
      case "Update":
        return new vocab.Update({ id, actor, object: this.#article(ctx, actor, article), ...audience });
      case "Delete":
        return new vocab.Delete({ id, actor, object: new vocab.Tombstone({ id: new URL(about) }), ...audience });
      case "DeleteByAddress":
        return new vocab.Delete({ id, actor, object: new URL(about), ...audience });
      case "OfferAgreement":
        return new vocab.Offer({ id, actor, object: this.#agreement(about), to: recipient.id });
      case "AcceptAgreement":
        return new vocab.Accept({ id, actor, object: new URL(about), result: await this.#finalized(about, agreement), to: recipient.id });
      case "AcceptOffer":
        return new vocab.Accept({ id, actor, object: this.#peer.offers.get(about), result: await this.#finalized(about, agreement), to: recipient.id });
      case "RejectAgreement":
        return new vocab.Reject({ id, actor, object: new URL(about), content, to: recipient.id });
      case "ConfirmAgreement": {
        const receipt = new vocab.Document({ id: new URL(`${id.href}/receipt`), attribution: actor, name: "Done", contexts: [new URL(agreement)], to: recipient.id });
        return new vocab.Create({ id, actor, object: receipt, to: recipient.id });
      }
      case "Announce":
        return new vocab.Announce({ id, actor, object: new URL(about), ...audience });
      case "UndoAnnounce":
        return new vocab.Undo({ id, actor, object: new vocab.Announce({ id: new URL(`${id.href}/announce`), actor, object: new URL(about) }) });
      default:
        throw new TypeError(verb);
    }
  }

  /** One of what somebody offers, FEP-0837. */
  #agreement(intent) {
    const resourceQuantity = new vocab.Measure({ unit: "one", numericalValue: "1" });
    return new vocab.Agreement({ stipulates: new vocab.Commitment({ satisfies: new URL(intent), resourceQuantity }) });
  }

  /** What was proposed, as Fedify read it, with an id of this server. */
  async #finalized(offer, id) {
    const agreement = await this.#peer.offers.get(offer).getObject();
    return agreement.clone({ id: new URL(id), stipulates: agreement.stipulates.clone({ id: new URL(`${id}#primary`) }) });
  }

  /** What a person on other software answers to a thing. */
  #note(actor, { id, replyTo, content, language, isPublic = true }) {
    return new vocab.Note({
      id: new URL(`${this.#origin}/notes/${id}`),
      attribution: actor,
      replyTarget: new URL(replyTo),
      contents: [content, ...(language ? [new vocab.LanguageString(content, language)] : [])],
      url: new URL(`${this.#origin}/@montserrat/${id}`),
      to: isPublic ? vocab.PUBLIC_COLLECTION : new URL(`${actor.href}/followers`),
    });
  }

  #article(ctx, actor, { id, name, content }) {
    const article = new vocab.Article({
      id: id.includes("://") ? new URL(id) : ctx.getObjectUri(vocab.Article, { id }),
      attribution: actor,
      name,
      content,
      to: vocab.PUBLIC_COLLECTION,
    });
    this.#peer.articles.set(id, article);
    return article;
  }
}
