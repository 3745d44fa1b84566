/** Makes the query form an editor: colours, completion from our own vocabulary, Ctrl-Enter. Without it the form works. */
import Yasqe from './yasqe/yasqe.esm.js';

const form = document.getElementById('ask');
const area = document.getElementById('query');

/** Nothing is asked of other servers, and nothing is kept in the browser. */
function registerCompleters({ prefixes, classes, properties }) {
  const declarations = Object.entries(prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`);
  const own = { bulk: true, persistenceId: null, autoShow: false };
  Yasqe.forkAutocompleter('prefixes', { ...own, name: 'own-prefixes', autoShow: true, get: () => declarations }, false);
  Yasqe.forkAutocompleter('class', { ...own, name: 'own-classes', get: () => classes }, false);
  Yasqe.forkAutocompleter('property', { ...own, name: 'own-properties', get: () => properties }, false);
  return ['own-prefixes', 'own-classes', 'own-properties', 'variables'];
}

/** An address has limits; what is longer is sent as a body. */
const longestAddress = 6000;

function submit(editor) {
  area.value = editor.getValue();
  form.method = encodeURIComponent(area.value).length > longestAddress ? 'post' : 'get';
}

/** The line that the server names is marked, and is where the cursor stands. */
function showPlace(editor) {
  const { line, column } = document.querySelector('.place')?.dataset ?? {};
  if (line === undefined) return;
  editor.addLineClass(Number(line) - 1, 'background', 'wrong-line');
  editor.setCursor(Number(line) - 1, Number(column) - 1);
}

async function start() {
  const autocompleters = registerCompleters(await (await fetch(new URL('vocabulary.json', import.meta.url))).json());
  const place = document.createElement('div');
  area.after(place);
  const editor = new Yasqe(place, {
    autocompleters,
    persistenceId: null,
    consumeShareLink: null,
    prefixCcApi: null,
    showQueryButton: false,
    resizeable: false,
    // As long as the query: no part of it has to be scrolled to, which needs a mouse.
    editorHeight: 'auto',
  });
  editor.setValue(area.value);
  const label = document.querySelector(`label[for="${area.id}"]`);
  editor.getInputField().setAttribute('aria-label', label.textContent);
  label.addEventListener('click', () => editor.focus());
  const ask = () => form.requestSubmit();
  // Tab goes on to the next field: who has no mouse must get out again.
  editor.setOption('extraKeys', {
    ...editor.getOption('extraKeys'),
    Tab: false,
    'Shift-Tab': false,
    'Ctrl-Enter': ask,
    'Cmd-Enter': ask,
    'Ctrl-S': false,
  });
  // What a share button would share is the address of the page.
  place.querySelector('.yasqe_buttons')?.remove();
  area.hidden = true;
  area.required = false;
  form.addEventListener('submit', () => submit(editor), { capture: true });
  showPlace(editor);
}

await start();
