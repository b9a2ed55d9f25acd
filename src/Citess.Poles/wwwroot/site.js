// Only what is better with a script: typed text outlives a lost signal or a slip of the finger.
(() => {
  const store = sessionStorage, sent = store.getItem('sent'), at = 'typed:' + location.pathname + location.search;
  const isTick = e => /^(checkbox|radio)$/.test(e.type);
  // Hidden fields too: with them come the id and the version that the text was written against, so a later change by
  // somebody else is still seen as one.
  const fields = form => [...form.elements].filter(e => e.name && e.name[0] !== '_' && !/^(password|file|submit|button)$/.test(e.type));
  store.removeItem('sent');
  // Elsewhere it was accepted, and an answer brings the text along. The same page without an answer means that it never
  // arrived: then the text stays.
  if (sent && (sent !== at || document.querySelector('#problems, .difference, .notice'))) store.removeItem(sent);
  for (const form of document.querySelectorAll('form[data-keep]')) {
    const all = fields(form);
    let typed = false, leaving = false;
    const keep = () => store.setItem(at, JSON.stringify(all.map(e => [e.name, isTick(e) ? e.checked : e.value])));
    const kept = JSON.parse(store.getItem(at) || '[]');
    if (kept.length === all.length && all.every((e, i) => e.name === kept[i][0])) {
      all.forEach((e, i) => { e[isTick(e) ? 'checked' : 'value'] = kept[i][1]; });
      typed = true;
    }
    form.addEventListener('input', () => { typed = true; keep(); });
    form.addEventListener('submit', () => { leaving = true; store.setItem('sent', at); });
    addEventListener('beforeunload', e => { if (typed && !leaving) e.preventDefault(); });
  }
  addEventListener('keydown', e => {
    const menu = e.key === 'Escape' && document.querySelector('details.languages[open]');
    if (menu) { menu.open = false; menu.firstElementChild.focus(); }
  });
})();
