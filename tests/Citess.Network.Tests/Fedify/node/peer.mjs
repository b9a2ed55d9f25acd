// node peer.mjs <port>: serves on loopback until it is stopped; the tests steer it through /_control.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Deeds } from "./deeds.mjs";
import { build } from "./federation.mjs";
import * as witness from "./witness.mjs";

const port = Number(process.argv[2]);
const origin = `http://localhost:${port}`;
witness.watchOutgoing();
const peer = await build(origin);
const deeds = new Deeds(origin, peer);
const context = () => peer.federations.cavage.createContext(new URL(origin), undefined);
const loaders = () => {
  const { documentLoader, contextLoader } = context();
  return { documentLoader, contextLoader };
};

const app = new Hono();
app.get("/_control/received", (c) => c.json(witness.received));
app.get("/_control/handled", (c) => c.json(witness.handled));
app.get("/_control/asked", (c) => c.json(witness.asked));
app.get("/_control/keys/:name", (c) => c.json(peer.keys[c.req.param("name")].ids));
app.post("/_control/publish", async (c) => c.json(deeds.publish(await c.req.json())));
app.post("/_control/say", async (c) => c.json(await deeds.say(await c.req.json())));
app.post("/_control/rotate/:name", async (c) => c.json((await peer.keys[c.req.param("name")].renew(await c.req.json())).ids));

// Finds an actor as software of this kind does: by an address, or by a handle.
app.post("/_control/look-up", async (c) => {
  const { resource } = await c.req.json();
  const object = await context().lookupObject(resource);
  return c.json(object === null ? null : {
    class: object.constructor.name,
    id: object.id.href,
    name: object.name?.toString(),
    username: object.preferredUsername?.toString(),
    inbox: object.inboxId?.href,
    sharedInbox: object.endpoints?.sharedInbox?.href,
    publicKey: (await object.getPublicKey?.(loaders()))?.id.href,
    assertionMethods: await Array.fromAsync(object.getAssertionMethods?.(loaders()) ?? [], (key) => key.id.href),
  });
});

// Anything that has an address, as it would stand on a page of this server.
app.post("/_control/card", async (c) => {
  const object = await context().lookupObject((await c.req.json()).resource);
  return c.json(object && await witness.card(object, loaders()));
});

// The document as it is served, with Fedify's judgement on its proof.
app.post("/_control/verify", async (c) => c.json(await witness.judge(await c.req.json(), loaders())));

app.all("*", async (c) => {
  const request = c.req.raw;
  if (request.method === "POST") await witness.receive(request, loaders());
  const answer = await peer.federations.cavage.fetch(request, { contextData: undefined });
  if (c.req.path !== "/users/pole" || !answer.ok) return answer;
  // The one term of ours by which a pole is told, which no vocabulary of Fedify's knows.
  return new Response(JSON.stringify({ ...await answer.json(), kind: "pole" }), { headers: { "content-type": "application/activity+json" } });
});

serve({ fetch: app.fetch, hostname: "localhost", port }, () => console.log(`ready at ${origin}`));
