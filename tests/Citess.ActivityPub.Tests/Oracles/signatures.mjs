// One request a line in: with a private key it is signed, and what would go out is the line out; else "true" or "false", whether its signature holds.
import parser, { Sha256Signer } from 'activitypub-http-signatures';
import { answerLines } from './lines.mjs';

await answerLines((line) => {
  const { method, url, target, headers, keyId, privateKey, publicKey } = JSON.parse(line);
  if (privateKey) {
    const { host, pathname, search } = new URL(url);
    const signed = new Sha256Signer({ publicKeyId: keyId, privateKey }).generateHeaders({ url, method, headers });
    return JSON.stringify({ host, target: pathname + search, headers: signed });
  }

  const signature = parser.parse({ url: target, method, headers });
  return signature.keyId === keyId && signature.verify(publicKey);
});
