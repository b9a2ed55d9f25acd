// One JSON text a line in, its canonical form a line out; "!" for what is refused. A canonical form holds no line break.
import canonicalize from 'canonicalize';

let rest = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) {
  // Not readline: it takes U+2028 for the end of a line, which may stand inside a JSON string.
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  let answers = '';
  for (const line of lines) {
    try {
      answers += canonicalize(JSON.parse(line)) + '\n';
    } catch (problem) {
      if (!/surrogate|Infinity/.test(problem.message)) throw problem;
      answers += '!\n';
    }
  }
  if (!process.stdout.write(answers)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
