// A line of text has words at hand while somebody types; without a script the form answers the same when it is sent.
for (const line of document.querySelectorAll('input[data-suggest]:not([data-on])')) {
  let wait;
  line.dataset.on = '';
  line.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const asked = line.value, answer = asked.trim() && await fetch(line.dataset.suggest + encodeURIComponent(asked)).catch(() => null);
      if (!answer || !answer.ok || asked !== line.value) return;
      line.list.replaceChildren(...(await answer.json()).concepts.map(e => Object.assign(document.createElement('option'), {
        value: e.found || e.label,
        label: [e.found && e.label, e.under].filter(Boolean).join(' · '),
      })));
    }, 150);
  });
}
