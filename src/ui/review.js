/** Keys on the page of a curator: j and k go from sentence to sentence, a accepts, e edits, r rejects; forms do the same. */

const candidates = [...document.querySelectorAll('.candidate')];
let current = -1;

/** The sentence that keys are for. */
function go(to) {
  current = Math.max(0, Math.min(candidates.length - 1, to));
  const candidate = candidates[current];
  candidate?.focus();
  candidate?.scrollIntoView({ block: 'nearest' });
}

/** The one that holds what is focused, where something does. */
const here = () => {
  const within = candidates.indexOf(document.activeElement?.closest('.candidate'));
  return within === -1 ? current : within;
};

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'j') return go(here() + 1);
  if (event.key === 'k') return go(here() - 1);
  const button = candidates[here()]?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (event.key === 'e') candidates[here()]?.querySelector('details input:not([type="hidden"])')?.focus();
});

if (location.hash === '#next') go(0);
