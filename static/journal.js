/* Keeps what is typed in a journal form in this tab until the server has it.
   Session storage only: the computers are shared. ES2017. */
(function () {
  'use strict';
  var doc = document;
  var store;
  try { store = window.sessionStorage; store.getItem('x'); } catch (e) { return; }
  const owner = doc.body.dataset.account;
  if (!owner) return;
  const PREFIX = 'jurnal:' + owner + ':';
  var sent = {}; // what the running request carries, by form

  const forms = () => Array.from(doc.querySelectorAll('form[data-guard]')).filter(name);
  const fields = (form) => Array.from(form.elements).filter((field) =>
    field.name && /^(textarea|select-one|text|url)$/.test(field.type));

  function name(form) {
    const field = form.elements.form;
    return field ? PREFIX + field.value : '';
  }
  function read(key) {
    try { return JSON.parse(store.getItem(key)); } catch (e) { return null; }
  }
  function write(key, kept) {
    try { store.setItem(key, JSON.stringify(kept)); } catch (e) { /* full: the server has it */ }
  }
  function typed(form) {
    const values = {};
    fields(form).forEach((field) => { values[field.name] = field.value; });
    return values;
  }
  const clock = () => new Date().toTimeString().slice(0, 5).replace(':', '.');
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // somebody else signed in, in the same tab
  Object.keys(store).forEach((key) => {
    if (key.startsWith('jurnal:') && !key.startsWith(PREFIX)) store.removeItem(key);
  });

  doc.addEventListener('input', (event) => {
    const form = event.target.form;
    if (form && name(form)) write(name(form), { at: clock(), values: typed(form) });
  });

  // ---- the server has it: as a draft, or as an entry
  doc.addEventListener('htmx:beforeRequest', (event) => {
    const form = event.detail.elt.closest('form');
    if (form && name(form)) sent[name(form)] = typed(form);
  });
  doc.addEventListener('htmx:afterRequest', (event) => {
    const { requestConfig: { elt }, successful } = event.detail; // the form itself may be gone by now
    const form = elt.closest('form');
    const key = form && name(form);
    if (!key) return;
    const kept = read(key);
    if (successful && (elt === form || (kept && same(kept.values, sent[key])))) store.removeItem(key);
    if (!successful && kept) write(key, Object.assign(kept, { sent: 0 }));
    const line = doc.getElementById('draf');
    if (!successful && kept && line) line.textContent = 'Tersimpan di peramban ini ' + kept.at + ', belum di server';
  });
  doc.addEventListener('submit', (event) => {
    const form = event.target;
    const found = form.closest('[data-found]');
    if (found) store.removeItem(PREFIX + found.dataset.found);
    const kept = name(form) && read(name(form));
    if (kept) write(name(form), Object.assign(kept, { sent: Date.now() }));
  });

  // ---- back again: what was saved meanwhile is forgotten, the rest is put back
  if (doc.querySelector('#flash .note-ok')) {
    Object.keys(store).forEach((key) => {
      const kept = key.startsWith(PREFIX) && read(key);
      if (kept && Date.now() - kept.sent < 6e4) store.removeItem(key);
    });
  }
  // ---- the tab closes before the draft went out; a draft that fails says nothing over what is said
  doc.addEventListener('visibilitychange', () => {
    if (doc.visibilityState !== 'hidden' || !navigator.sendBeacon) return;
    forms().forEach((form) => {
      const kept = read(name(form));
      const save = form.querySelector('[name=draft]');
      if (!kept || kept.sent || !save) return;
      const data = new FormData(form);
      data.delete('file');
      navigator.sendBeacon(save.formAction, data);
    });
  });
  doc.addEventListener('htmx:responseError', (event) => {
    const said = doc.getElementById('alert').firstChild;
    if (said && event.detail.elt.name === 'draft') event.stopPropagation();
  }, true);

  function restore() {
    forms().forEach((form) => {
      const kept = read(name(form));
      if (!kept || same(kept.values, typed(form))) return;
      fields(form).forEach((field) => {
        const value = kept.values[field.name];
        if (value !== undefined) field.value = value;
        if (field.selectedIndex === -1) field.selectedIndex = 0;
      });
      const more = form.querySelector('details');
      if (more) more.open = true;
      const found = doc.querySelector('[data-found="' + form.elements.form.value + '"]');
      if (found) {
        found.hidden = false;
        found.querySelector('[data-words]').textContent = 'Draf dipulihkan dari ' + kept.at + '. Periksa, lalu simpan.';
      }
      fields(form)[0].dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  doc.addEventListener('htmx:load', restore); // first for the whole page, then for each part
})();

/* A file on its way: how far it is. A photo that is too large is made smaller here. */
(function () {
  'use strict';
  const doc = document;
  const MOST = 5 * 1024 * 1024; // bytes of one file
  const SIDE = 1600; // pixels
  const TOO_LARGE = 'Berkas lebih dari 5 MB. Pilih yang lebih kecil, atau kirim tautannya.';

  const sending = (form) => form.querySelector && form.querySelector('[data-sending]');
  doc.addEventListener('htmx:xhr:progress', ({ target, detail }) => {
    const box = sending(target);
    const input = box && target.querySelector('[data-upload]');
    if (!input || !input.files.length || !detail.lengthComputable) return;
    const bar = box.querySelector('progress');
    box.hidden = false;
    bar.value = Math.max(bar.value, detail.loaded / detail.total * 100);
  });
  // a file may take minutes; what is only text shall not wait as long to be told
  doc.addEventListener('htmx:configRequest', ({ target, detail }) => {
    const form = target.closest('form');
    const input = form && form.querySelector('[data-upload]');
    if (input && (target !== form || !input.files.length)) detail.timeout = window.htmx.config.timeout;
  });
  doc.addEventListener('htmx:afterRequest', ({ target }) => {
    const box = sending(target);
    if (!box) return;
    box.hidden = true;
    box.querySelector('progress').value = 0;
  });

  function tell(input, textContent) {
    const old = input.closest('.field').querySelector('[data-told]');
    if (old) old.remove();
    if (!textContent) return;
    const line = Object.assign(doc.createElement('p'), { className: 'err', textContent });
    line.setAttribute('role', 'alert');
    line.setAttribute('data-told', '');
    input.before(line);
  }
  function put(input, blob, name) {
    const type = 'image/jpeg';
    const box = new DataTransfer();
    box.items.add(new File([blob], name.replace(/\.\w+$/, '') + '.jpg', { type }));
    input.files = box.files;
  }
  function shrink(input, file) {
    createImageBitmap(file).then((picture) => {
      const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
      const canvas = doc.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        if (blob && input.files[0] === file) put(input, blob, file.name);
      }, 'image/jpeg', 0.85);
    }, () => tell(input, TOO_LARGE));
  }
  doc.addEventListener('change', ({ target }) => {
    if (!target.matches('[data-upload]')) return;
    const file = target.files[0];
    const large = file && file.size > MOST;
    const isPhoto = large && /^image\/(jpeg|png|webp)$/.test(file.type);
    tell(target, large && !isPhoto ? TOO_LARGE : '');
    if (isPhoto) shrink(target, file);
  });
})();
