/* Comfort only: every page works without this file. ES2017. */
(function () {
  'use strict';
  var doc = document;
  var pressed = null; // what started the running request
  var heirs = []; // rows that may take the focus after it
  var typed = new WeakSet(); // guarded forms with unsaved text

  const byId = (id) => doc.getElementById(id);
  const all = (selector, root) => Array.from((root || doc).querySelectorAll(selector));
  const lost = () => !doc.activeElement || doc.activeElement === doc.body;

  function say(text) {
    byId('status').textContent = text;
  }
  function announce() {
    say(byId('flash').textContent.trim());
  }

  // ---- banner for what went wrong on the way
  const CUT = 'Belum tersimpan. Periksa sambungan, lalu tekan Coba lagi.';
  const OVER = 'Sesi berakhir. Masuk lagi di tab baru, lalu tekan Coba lagi. Isian Anda tetap di sini.';
  const STALE = 'Halaman terlalu lama terbuka. Tekan Coba lagi; isian Anda tetap di sini.';

  const make = (tag, properties) => Object.assign(doc.createElement(tag), properties);

  function warn(textContent, again, signIn, word) {
    const box = make('div', { className: 'note note-bad' });
    const acts = make('p', { className: 'acts' });
    box.append(make('p', { textContent }), acts);
    if (signIn) acts.append(make('a', { textContent: 'Masuk di tab baru', className: 'btn', href: '/login', target: '_blank' }));
    if (again) {
      const onclick = () => { calm(); again(); };
      acts.append(make('button', { textContent: word || 'Coba lagi', className: 'btn', type: 'button', onclick }));
    }
    byId('alert').replaceChildren(box);
    if (lost() && acts.lastChild) acts.lastChild.focus();
  }

  function calm() {
    byId('alert').textContent = '';
  }

  function repeat(detail) {
    const from = detail.elt;
    const button = pressed;
    return () => {
      if (button && button.form === from) button.click(); // htmx sends the button it saw clicked
      else if (from.tagName === 'FORM') from.requestSubmit();
      else from.click();
    };
  }

  function failed(event) {
    const xhr = event.detail.xhr;
    const again = repeat(event.detail);
    const token = xhr.getResponseHeader('X-CSRF-Baru');
    if (token) all('input[name=csrf_token]').forEach((input) => { input.value = token; });
    if (token) warn(STALE, again);
    else if (xhr.status === 401) warn(OVER, again, true);
    else warn(said(xhr) || CUT, xhr.status < 500 ? null : again);
  }

  // an error page says what to do
  function said(xhr) {
    if (!xhr.responseText.includes('data-error=')) return '';
    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    const part = page.querySelector('[data-error]');
    return part && part.dataset.error + '. ' + part.textContent.trim().replace(/\s+/g, ' ');
  }
  doc.addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (said(detail.xhr)) Object.assign(detail, { shouldSwap: false, isError: true });
    // a refused draft needs the whole page
    else if (/409|422/.test(detail.xhr.status)) Object.assign(detail, { target: byId('isi'), selectOverride: '#isi' });
  });

  doc.addEventListener('htmx:responseError', failed);
  ['htmx:timeout', 'htmx:sendError'].forEach((name) =>
    doc.addEventListener(name, (event) => warn(CUT, repeat(event.detail))));

  // ---- where the focus goes
  doc.addEventListener('htmx:beforeRequest', (event) => {
    const { elt, target, requestConfig } = event.detail;
    const trigger = requestConfig.triggeringEvent;
    pressed = (trigger && trigger.submitter) || elt;
    heirs = [];
    const row = elt.closest('[data-row]');
    if (row) {
      const rows = all('[data-row]', row.parentElement);
      const at = rows.indexOf(row);
      heirs = rows.slice(at + 1).concat(rows.slice(0, at).reverse()).map((other) => other.id);
    }
    target.setAttribute('aria-busy', 'true');
  });
  doc.addEventListener('htmx:afterRequest', (event) => {
    const { elt, target, successful } = event.detail;
    target.removeAttribute('aria-busy');
    if (successful) {
      calm();
      watch();
      typed.delete(elt.closest('form'));
    }
    if (lost() && pressed && pressed.isConnected) pressed.focus();
  });
  doc.addEventListener('htmx:afterSettle', (event) => {
    const part = event.detail.elt;
    if (part.id === 'flash') announce();
    if (part.id === 'flash' || part.id === 'menu') return;
    const wanted = part.matches('[data-focus]') ? part : part.querySelector('[data-focus]');
    if (wanted) wanted.focus();
    else if (lost()) {
      const row = heirs.map(byId).find(Boolean);
      const next = row && row.querySelector('button, a[href], input:not([type=hidden])');
      (next || doc.querySelector('h1')).focus();
    }
  });

  // ---- two minutes before an idle session ends
  const idle = Number(doc.body.dataset.idle);
  var bell;
  function watch() {
    clearTimeout(bell);
    if (idle) bell = setTimeout(warn, idle * 1000 - 12e4, 'Sesi berakhir 2 menit lagi.', () => fetch(location.href).then(watch), false, 'Perpanjang');
  }
  watch();

  // ---- text that is not saved yet; two clicks on a plain form
  doc.addEventListener('input', (event) => {
    const form = event.target.form;
    if (form && 'guard' in form.dataset) typed.add(form);
    count(event.target);
    tally(form);
  });
  window.addEventListener('beforeunload', (event) => {
    if (!all('form[data-guard]').some((form) => typed.has(form))) return;
    event.preventDefault();
    event.returnValue = ''; // Chrome before 119
  });
  doc.addEventListener('submit', (event) => {
    const form = event.target;
    if (/logout/.test(form.action)) sessionStorage.clear();
    if (form.hasAttribute('hx-post') || form.method !== 'post') return;
    typed.delete(form);
    if (Date.now() - (form.sentAt || 0) < 3000) event.preventDefault();
    else form.sentAt = Date.now();
  });

  // ---- letters left, ticks counted
  function count(field) {
    const limit = Number(field.dataset.max);
    if (!limit) return;
    const left = limit - field.value.length;
    let line = field.nextElementSibling;
    if (!line || !line.matches('.left')) {
      line = make('p', { className: 'left small soft num' });
      field.after(line);
    }
    line.textContent = left > limit / 5 ? '' : left < 0 ? 'Kelebihan ' + -left + ' huruf' : 'Sisa ' + left + ' huruf';
  }
  function tally(form) {
    all('[data-picked]', form || doc).forEach((place) => {
      const picked = all('input[name="' + place.dataset.picked + '"]:checked', place.closest('form')).length;
      place.textContent = picked || '';
    });
  }
  doc.addEventListener('change', (event) => {
    const name = event.target.dataset.all;
    if (!name) return;
    all('input[name="' + name + '"]', event.target.form).forEach((box) => { box.checked = event.target.checked; });
    tally(event.target.form);
  });

  // ---- copy, show password
  function copy(button) {
    const range = doc.createRange();
    range.selectNodeContents(byId(button.dataset.copy));
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const words = doc.execCommand('copy') ? 'Tersalin' : 'Tekan Ctrl+C';
    button.querySelector('span').textContent = words;
    say(words);
  }
  function show(button) {
    const field = byId(button.dataset.show);
    const open = field.type === 'password';
    field.type = open ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(open));
  }
  doc.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy],[data-show]');
    if (button) (button.dataset.copy ? copy : show)(button);
  });

  function wake(root) {
    all('[data-js]', root).forEach((part) => { part.hidden = false; });
    all('[data-max]', root).forEach(count);
    tally();
    if (byId('galat') || byId('beda')) all('form[data-guard]').forEach((form) => typed.add(form));
  }
  doc.addEventListener('htmx:load', (event) => wake(event.detail.elt));
  wake();
  const first = doc.querySelector('[data-focus]');
  if (first) first.focus();
  else setTimeout(announce, 400);
})();
