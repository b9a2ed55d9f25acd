// One JSON text a line in, its canonical form a line out; "!" for what is refused. A canonical form holds no line break.
import canonicalize from 'canonicalize';
import { answerLines } from './lines.mjs';

await answerLines((line) => {
  try {
    return canonicalize(JSON.parse(line));
  } catch (problem) {
    if (!/surrogate|Infinity/.test(problem.message)) throw problem;
    return '!';
  }
});
