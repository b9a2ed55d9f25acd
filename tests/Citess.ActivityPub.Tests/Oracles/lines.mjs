/** Answers each line of the standard input by a line, in order. */
export async function answerLines(answer) {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    // Not readline: it takes U+2028 for the end of a line, which may stand inside a JSON string.
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    let answers = '';
    for (const line of lines) answers += (await answer(line)) + '\n';
    if (!process.stdout.write(answers)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
