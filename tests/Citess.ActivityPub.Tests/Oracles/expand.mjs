// One document a line in, its expanded form a line out: what it means to a reader that knows none of our terms.
import { preloadedContexts } from '@fedify/vocab-runtime';
import jsonld from 'jsonld';
import { answerLines } from './lines.mjs';

// No network: a context that is not here ends the program.
async function documentLoader(url) {
  const document = preloadedContexts[url];
  if (!document) throw new Error(`No context here is called ${url}.`);
  return { contextUrl: null, documentUrl: url, document };
}

await answerLines(async (line) => {
  const document = JSON.parse(line);
  // Relative addresses are read against the document's own, as for whoever fetched it there.
  return JSON.stringify(await jsonld.expand(document, { base: document.id ?? '', documentLoader }));
});
