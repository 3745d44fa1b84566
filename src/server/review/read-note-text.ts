/** Reads the text of a note from the graph. */
import { createIris } from '../../iris.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';

export async function readNoteText(services: Services, slug: string, asking: Asking): Promise<string | undefined> {
  const bindings = { note: createIris(services.config.base).note(slug) };
  const [row] = await readRows(services, 'pages/note-text', { ...asking, bindings }, 1);
  return row?.get('text')?.value;
}
