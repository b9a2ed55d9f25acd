// A server on Fedify that takes an activity to an effect and sends one, and nothing else: what a pole is measured against.
// node server.mjs <port> <memory|sqlite> <database file>
import { DatabaseSync } from "node:sqlite";
import { createFederation, generateCryptoKeyPair, InProcessMessageQueue, MemoryKvStore } from "@fedify/fedify";
import { Application, Article, Create, PUBLIC_COLLECTION } from "@fedify/fedify/vocab";
import { SqliteKvStore, SqliteMessageQueue } from "@fedify/sqlite";
import { serve } from "@hono/node-server";

const [port, store, file] = process.argv.slice(2);
const origin = `http://localhost:${port}`;

function durable() {
  const database = new DatabaseSync(file);
  // What a 202 promises on the other side of the comparison: on the disk.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000");
  database.exec("CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, name TEXT, body TEXT NOT NULL, received INTEGER NOT NULL)");
  const write = database.prepare("INSERT INTO record (id, name, body, received) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
  const queue = new SqliteMessageQueue(database);
  queue.initialize();
  return {
    kv: new SqliteKvStore(database),
    queue,
    keep: (id, name, body) => write.run(id, name, body, Date.now()),
    queued: () => database.prepare("SELECT count(*) AS n FROM fedify_message").get().n,
  };
}

function fleeting() {
  const records = new Map();
  const queue = new InProcessMessageQueue();
  return {
    kv: new MemoryKvStore(),
    queue,
    keep: (id, name, body) => records.set(id, { name, body, received: Date.now() }),
    queued: async () => (await queue.getDepth()).queued,
  };
}

const { kv, queue, keep, queued } = store === "sqlite" ? durable() : fleeting();
const federation = createFederation({ kv, queue, allowPrivateAddress: true, firstKnock: "rfc9421" });

// RSA of 2,048 bits, as on the other side; Fedify's own choice would be 4,096.
const algorithm = { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const keys = [await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]), await generateCryptoKeyPair("Ed25519")];

federation
  .setActorDispatcher("/users/{identifier}", async (context, identifier) => {
    const pairs = await context.getActorKeyPairs(identifier);
    return new Application({
      id: context.getActorUri(identifier),
      preferredUsername: identifier,
      inbox: context.getInboxUri(identifier),
      publicKey: pairs[0].cryptographicKey,
      assertionMethods: pairs.map((pair) => pair.multikey),
    });
  })
  .setKeyPairsDispatcher(() => keys);

let processed = 0;
federation.setInboxListeners("/users/{identifier}/inbox", "/inbox").on(Create, async (context, create) => {
  const thing = await create.getObject(context);
  keep(thing.id.href, thing.name?.toString() ?? "", JSON.stringify(await thing.toJsonLd(context)));
  processed++;
});

let sent = 0;
async function send({ count, inboxes, fanOut }) {
  const context = federation.createContext(new URL(origin));
  const recipients = inboxes.map((inbox) => ({ id: new URL(inbox.slice(0, -"/inbox".length)), inboxId: new URL(inbox) }));
  for (let each = 0; each < count; each++) {
    const id = `${origin}/articles/${++sent}`;
    const article = new Article({
      id: new URL(id),
      attribution: context.getActorUri("bench"),
      to: PUBLIC_COLLECTION,
      name: `Practice ${sent}`,
      content: "We repair together what would be thrown away. ".repeat(25),
    });
    await context.sendActivity(
      { identifier: "bench" },
      recipients,
      new Create({ id: new URL(`${id}#create`), actor: context.getActorUri("bench"), to: PUBLIC_COLLECTION, object: article }),
      { fanout: fanOut ? "force" : "skip" },
    );
  }
}

serve({
  port: Number(port),
  hostname: "localhost",
  fetch: async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/bench/state") return Response.json({ processed, queued: await queued() });
    if (pathname === "/bench/send") {
      await send(await request.json());
      return Response.json({ sent });
    }
    return await federation.fetch(request, { contextData: undefined });
  },
});
