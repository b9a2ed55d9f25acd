// Writes down what comes in and what goes out, with what Fedify's own verifiers say of it.
import { verifyObject, verifyRequest } from "@fedify/fedify";
import * as vocab from "@fedify/vocab";

export const received = [];
export const handled = [];
export const sent = [];
export const asked = [];

const dialectOf = (headers) => headers.has("signature-input") ? "rfc9421" : headers.has("signature") ? "cavage" : "none";

const keyIdOf = (headers) =>
  /keyid="([^"]*)"/i.exec(headers.get("signature-input") ?? headers.get("signature") ?? "")?.[1] ?? null;

const algorithmOf = (headers) =>
  /alg(?:orithm)?="([^"]*)"/i.exec(headers.get("signature-input") ?? headers.get("signature") ?? "")?.[1] ?? null;

const byLanguage = (texts) => Object.fromEntries(texts.filter((text) => text.locale).map((text) => [text.locale.toString(), text.toString()]));

/** A shared object by Fedify's reader: what software that knows nothing of ours makes of it. */
const shown = async (json, loaders) => read(await vocab.Object.fromJsonLd(json, loaders), loaders);

async function read(object, loaders) {
  return {
    class: object.constructor.name,
    id: object.id?.href ?? null,
    name: object.name?.toString() ?? null,
    summary: object.summary?.toString() ?? null,
    content: object.content?.toString() ?? null,
    url: object.url?.href?.toString() ?? null,
    isPublic: object.toIds.some((to) => to.href === vocab.PUBLIC_COLLECTION.href),
    names: byLanguage(object.names),
    contents: byLanguage(object.contents),
    summaries: byLanguage(object.summaries),
    images: await Promise.all((await Array.fromAsync(object.getImages(loaders))).map(async (image) => ({
      url: image.url?.href?.toString() ?? null,
      mediaType: image.mediaType ?? null,
      name: image.name?.toString() ?? null,
    }))),
  };
}

/** What a reader sees of a thing that was looked up: whose it is must be found, and what an activity is about. */
export async function card(object, loaders) {
  const owner = object instanceof vocab.Activity ? await object.getActor(loaders) : await object.getAttribution(loaders);
  const about = object instanceof vocab.Activity ? await object.getObject(loaders) : null;
  return {
    ...await read(object, loaders),
    published: object.published?.toString() ?? null,
    owner: owner && { class: owner.constructor.name, id: owner.id.href, name: owner.name?.toString() ?? null },
    about: about && await read(about, loaders),
    inReplyTo: object.replyTargetId?.href ?? null,
  };
}

/** Each proof by itself: verifyObject also asks that it is by whom the object is attributed to. */
const proved = async (type, json, loaders) => json?.proof != null && await verifyObject(type, json, loaders).catch(() => null) !== null;

/** A document that was fetched: its type by Fedify's reader, and whether its proof holds. */
export const judge = async (json, loaders) => ({ ...await shown(json, loaders), isProved: await proved(vocab.Object, json, loaders) });

/** Verifies a POST to an inbox apart from Fedify's own handling, which would be content with either of signature and proof. */
export async function receive(request, loaders) {
  const body = await request.clone().arrayBuffer();
  const copy = () => new Request(request.url, { method: "POST", headers: request.headers, body });
  const json = JSON.parse(new TextDecoder().decode(body));
  const embedded = json.object !== null && typeof json.object === "object" && !Array.isArray(json.object) ? json.object : null;
  const isObject = embedded !== null && ["Create", "Update", "Delete"].includes(json.type);
  received.push({
    path: new URL(request.url).pathname,
    userAgent: request.headers.get("user-agent"),
    dialect: dialectOf(request.headers),
    algorithm: algorithmOf(request.headers),
    keyId: keyIdOf(request.headers),
    isSigned: await verifyRequest(copy(), loaders) !== null,
    isProved: await proved(vocab.Activity, json, loaders),
    isObjectProved: isObject && await proved(vocab.Object, embedded, loaders),
    object: isObject ? await shown(embedded, loaders) : null,
    type: json.type,
    id: json.id,
    activity: json,
  });
}

/** Fedify asks the network through fetch alone. */
export function watchOutgoing() {
  const inner = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers ?? input.headers);
    const entry = { url: input.url ?? String(input), dialect: dialectOf(headers), keyId: keyIdOf(headers), status: null, type: null };
    if ((init?.method ?? input.method) === "POST") sent.push(entry);
    const answer = await inner(input, init);
    entry.status = answer.status;
    if (answer.headers.get("content-type")?.includes("problem+json")) entry.type = (await answer.clone().json()).type;
    return answer;
  };
}
