// The keys of one actor, under ids that change when the keys do (Fedify's own ids stay the same with every key).
import { generateCryptoKeyPair } from "@fedify/fedify";
import { CryptographicKey, Multikey } from "@fedify/vocab";

const bits = Number(process.env.PEER_RSA_BITS ?? 2048);

const rsa = () => crypto.subtle.generateKey(
  { name: "RSASSA-PKCS1-v1_5", modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
  true,
  ["sign", "verify"],
);

export class Keys {
  #owner;
  #generation = 0;
  #rsa;
  #ed25519;
  #old;

  constructor(owner) {
    this.#owner = owner;
  }

  /** Makes new keys; under new ids, or in the place of the old ones as most servers do. */
  async renew({ sameIds = false } = {}) {
    if (!sameIds) this.#generation++;
    this.#old = this.senders();
    const suffix = this.#generation > 1 ? `-${this.#generation}` : "";
    this.#rsa = { keyId: new URL(`${this.#owner}#main-key${suffix}`), ...await rsa() };
    this.#ed25519 = { keyId: new URL(`${this.#owner}#ed25519-key${suffix}`), ...await generateCryptoKeyPair("Ed25519") };
    return this;
  }

  get ids() {
    return { rsa: this.#rsa.keyId.href, ed25519: this.#ed25519.keyId.href };
  }

  /** For sending: the RSA key signs requests, the Ed25519 key makes proofs. The old ones are those before the last change. */
  senders(useOld = false) {
    return useOld ? this.#old : { rsa: this.#rsa, ed25519: this.#ed25519 };
  }

  /** As Fedify wants them to fetch with. */
  get pairs() {
    return [this.#rsa, this.#ed25519].map(({ privateKey, publicKey }) => ({ privateKey, publicKey }));
  }

  published() {
    const owner = new URL(this.#owner);
    return {
      publicKey: new CryptographicKey({ id: this.#rsa.keyId, owner, publicKey: this.#rsa.publicKey }),
      assertionMethods: [new Multikey({ id: this.#ed25519.keyId, controller: owner, publicKey: this.#ed25519.publicKey })],
    };
  }
}
