// Only what is better with a script: typed text outlives a lost signal or a slip of the finger.
(() => {
  const store = sessionStorage, key = form => 'typed:' + location.pathname + ':' + (form.id || form.getAttribute('action') || '');
  const fields = form => [...form.elements].filter(e => e.name && !/^(hidden|password|file|submit|button)$/.test(e.type));
  const value = e => /^(checkbox|radio)$/.test(e.type) ? e.checked : e.value;
  const sent = store.getItem('sent');
  store.removeItem('sent');
  // A form that comes back with problems still has its text from the server; anywhere else it was accepted.
  if (sent && !document.getElementById('problems')) store.removeItem(sent);
  for (const form of document.querySelectorAll('form[data-keep]')) {
    const at = key(form);
    let typed = false, leaving = false;
    try {
      const kept = JSON.parse(store.getItem(at));
      if (kept && !document.getElementById('problems')) fields(form).forEach((e, i) => {
        if (!kept[i] || kept[i][0] !== e.name) return;
        if (typeof kept[i][1] === 'boolean') e.checked = kept[i][1]; else e.value = kept[i][1];
        typed = true;
      });
    } catch { store.removeItem(at); }
    form.addEventListener('input', () => {
      typed = true;
      store.setItem(at, JSON.stringify(fields(form).map(e => [e.name, value(e)])));
    });
    form.addEventListener('submit', () => { leaving = true; store.setItem('sent', at); });
    form.addEventListener('reset', () => { typed = false; store.removeItem(at); });
    addEventListener('beforeunload', e => { if (typed && !leaving) e.preventDefault(); });
  }
  // One open menu at a time, closed by Escape.
  addEventListener('keydown', e => {
    const menu = e.key === 'Escape' && document.querySelector('details.languages[open]');
    if (menu) { menu.open = false; menu.firstElementChild.focus(); }
  });
})();
