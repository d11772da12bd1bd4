/* The journal desk: where the focus goes, exact numbers on buttons, keys for those who want them. ES2017. */
(function () {
  'use strict';
  const doc = document;
  const all = (selector, root) => Array.from((root || doc).querySelectorAll(selector));
  const one = (selector, root) => (root || doc).querySelector(selector);
  const ITEM = '#isi [data-row], #isi form > .more > summary[id]';
  // what a closed week holds has boxes all the same
  const shown = (item) => item.matches('summary') || !item.closest('details:not([open])');
  const items = () => all(ITEM).filter(shown);
  const current = () => doc.activeElement && doc.activeElement.closest('[data-row], summary[id]');
  var heirs = null; // ids that may take the focus after the running request

  // ---- what the buttons do, in numbers
  function tally() {
    all('[data-rest]').forEach((words) => {
      const form = words.closest('form');
      const left = all('[name=shown]', form).length - all('[name=entry]:checked', form).length;
      words.textContent = 'Setujui ' + left + ' kegiatan';
      words.parentElement.hidden = !left;
    });
    all('[data-group]').forEach((group) => {
      const weeks = all('summary[id]', group).length;
      one('h2 span', group).textContent = weeks;
      group.hidden = !weeks;
    });
    const plain = doc.getElementById('wajar');
    if (!plain) return;
    const left = all('[name=entry]', plain).filter((hidden) => {
      const row = doc.getElementById('k' + hidden.value.split(':')[0]);
      const box = row && one('[type=checkbox][name=entry]', row);
      hidden.disabled = !row || Boolean(box && box.checked);
      return !hidden.disabled;
    });
    one('[name=do] span', plain).textContent = 'Setujui semua yang wajar (' + left.length + ')';
    plain.hidden = !left.length;
  }
  doc.addEventListener('change', tally);

  // ---- the focus stays where the work is
  doc.addEventListener('htmx:beforeRequest', (event) => {
    const { elt, requestConfig } = event.detail;
    const from = ((requestConfig.triggeringEvent || {}).submitter || elt).closest('[data-row]');
    const list = items();
    const form = elt.closest('form');
    if (requestConfig.verb === 'get') heirs = from && [from.id];
    else if (!form || form.id === 'urung-semua') heirs = null;
    else {
      const own = from ? [from] : list.filter((item) => form.contains(item));
      const last = list.indexOf(own[own.length - 1]);
      const first = list.indexOf(own[0]);
      heirs = list.slice(last + 1).concat(list.slice(0, Math.max(first, 0)).reverse()).map((item) => item.id);
    }
  });
  doc.addEventListener('htmx:afterSettle', () => setTimeout(() => {
    tally();
    const ids = heirs;
    heirs = null;
    if (!ids || doc.activeElement.matches('[data-focus]')) return;
    const item = ids.map((id) => doc.getElementById(id)).find((found) => found && shown(found));
    if (item) (one('button[name=do]', item) || item).focus();
  }));

  // ---- keys
  const press = (button) => button && button.getClientRects().length && button.click();
  function go(step) {
    const list = items();
    const at = list.indexOf(current());
    const item = list[at < 0 ? 0 : at + step];
    if (item) item.focus();
  }
  function fold(item) {
    if (!item) return;
    const more = item.closest('details');
    more.open = !more.open;
    one('summary', more).focus();
  }
  const KEYS = {
    j: () => go(1),
    k: () => go(-1),
    a: (item, form) => press(one(item.matches('[data-row]') ? '[value^=approve]' : '[value=rest]', item.matches('[data-row]') ? item : form)),
    r: (item, form) => {
      if (item.matches('[data-row]')) return press(one('a[hx-get]', item));
      const note = one('[value=return]', form).closest('details');
      note.open = true;
      one('input', note).focus();
    },
    x: (item) => press(one('[name=entry]', item)),
    o: fold,
    Enter: fold,
    u: () => press(one('#urung button')),
    '?': () => fold(doc.getElementById('tombol')),
  };
  doc.addEventListener('keydown', (event) => {
    const field = event.target;
    if (!doc.getElementById('tombol') || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.isComposing || field.matches('textarea, select, input:not([type=checkbox])')) return;
    if (event.key === 'Enter' && !field.matches('[data-row]')) return; // a button, link or box has its own
    const item = current();
    const act = KEYS[event.key];
    if (!act || (!item && 'arxoEnter'.includes(event.key))) return;
    event.preventDefault();
    act(item, item && item.closest('form'));
  });
  tally();
})();
