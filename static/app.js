/* Comfort only: every page works without this file. ES2017, no dependence on htmx being there. */
(function () {
  'use strict';
  var doc = document;
  var pressed = null; // the control that started the running request
  var heirs = []; // ids of the rows that may take the focus after it
  var typed = new WeakSet(); // guarded forms with text that is not saved yet

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

  function element(tag, text, attributes) {
    const made = Object.assign(doc.createElement(tag), attributes);
    made.textContent = text;
    return made;
  }

  function warn(text, again, signIn) {
    const box = element('div', '', { className: 'note note-bad' });
    const acts = element('p', '', { className: 'acts' });
    const words = box.appendChild(element('div', ''));
    words.append(element('p', text), acts);
    if (signIn) acts.append(element('a', 'Masuk di tab baru', { className: 'btn', href: '/login', target: '_blank', rel: 'noopener' }));
    if (again) {
      const button = element('button', 'Coba lagi', { className: 'btn', type: 'button' });
      button.addEventListener('click', () => { calm(); again(); });
      acts.append(button);
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
      if (from.tagName === 'FORM') from.requestSubmit(button && button.form === from ? button : undefined);
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

  // an error page says in its own words what to do; typed text stays where it is
  function said(xhr) {
    if (!xhr.responseText.includes('data-error=')) return '';
    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    const part = page.querySelector('[data-error]');
    return part && part.dataset.error + '. ' + part.textContent.trim().replace(/\s+/g, ' ');
  }
  doc.addEventListener('htmx:beforeSwap', (event) => {
    if (!said(event.detail.xhr)) return;
    event.detail.shouldSwap = false;
    event.detail.isError = true;
  });

  doc.addEventListener('htmx:responseError', failed);
  ['htmx:timeout', 'htmx:sendError'].forEach((name) =>
    doc.addEventListener(name, (event) => warn(CUT, repeat(event.detail))));

  // ---- while a request runs, and where the focus goes after it
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
    event.returnValue = ''; // what Chrome before 119 listens to
  });
  doc.addEventListener('submit', (event) => {
    const form = event.target;
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
      line = element('p', '', { className: 'left small soft num' });
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
    // the older call, as the newer one needs HTTPS and an office network often has none
    const done = doc.execCommand('copy');
    button.querySelector('span').textContent = done ? 'Tersalin' : 'Tekan Ctrl+C';
    say(done ? 'Tersalin' : 'Teks sudah dipilih. Tekan Ctrl+C.');
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
    all('[data-copy],[data-show]', root).forEach((button) => { button.hidden = false; });
    all('[data-all]', root).forEach((box) => { box.closest('[hidden]') && (box.closest('[hidden]').hidden = false); });
    all('[data-max]', root).forEach(count);
    tally();
    // text that was refused or met a newer version is not saved either
    if (byId('galat') || byId('beda')) all('form[data-guard]').forEach((form) => typed.add(form));
  }
  doc.addEventListener('htmx:load', (event) => wake(event.detail.elt));
  wake();
  const first = doc.querySelector('[data-focus]');
  if (first) first.focus();
  else setTimeout(announce, 400);
})();
