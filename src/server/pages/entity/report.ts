/** How an error is reported: by mail where the catalogue says whom to write to, and always as a file for a curator. */

import { type Disputed, openDecision } from '../../../curation/open-decision.js';
import type { Asking } from '../../asking.js';
import { type Html, html } from '../../html.js';
import { readRows } from '../../read-rows.js';
import type { Services } from '../../services.js';
import type { View } from '../../view/view.js';

/** Without what would add to the address: the graph may hold anything. */
const toMail = (text: string | undefined): string | undefined =>
  /^(?:mailto:)?([^\s?&#<>"]+@[^\s?&#<>"]+)$/i.exec(text ?? '')?.[1];

/** The catalogue's contact, else the server's. */
async function readContact(services: Services, asking: Asking): Promise<string | undefined> {
  const [row] = await readRows(services, 'pages/contact', asking, 1);
  return toMail(row?.get('mail')?.value) ?? toMail(services.config.adminEmail);
}

/** What is reported: its IRI, what it is called, the words it rests on, and the curator's file where one can be made. */
export interface Reported {
  readonly iri: string;
  readonly title: string;
  readonly quote?: string | undefined;
  readonly disputed?: Disputed | undefined;
  /** Whether statements on it have pages of their own. */
  readonly hasClaims?: boolean;
}

function showMail({ say }: View, mail: string | undefined, { iri, title, quote }: Reported): Html {
  if (mail === undefined) return html`<p>${say('entity.report.nobody')}</p>`;
  const body = `${iri}\n\n${quote === undefined ? '' : `“${quote}”\n\n`}${say('entity.report.body')}\n`;
  const subject = say('entity.report.subject', { title });
  const address = `mailto:${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return html`<p><a href="${address}">${say('entity.report.mail', { mail })}</a></p>`;
}

function showFiles({ say }: View, disputed: Disputed, base: string): Html {
  const files = (['retract', 'correct'] as const).map((action) => {
    const text = openDecision(disputed, action, base);
    return html`<details><summary>${say(`entity.report.${action}`)}</summary><pre tabindex="0">${text}</pre></details>`;
  });
  return html`<p>${say('entity.report.file')}</p>
${files}`;
}

export async function showReport(
  services: Services,
  reported: Reported,
  { view, asking }: { readonly view: View; readonly asking: Asking },
): Promise<Html> {
  const mail = await readContact(services, asking);
  const { disputed, hasClaims } = reported;
  const where = hasClaims ? html`<p>${view.say('entity.report.where')}</p>` : undefined;
  return html`<section aria-labelledby="report"><h2 id="report">${view.say('entity.report')}</h2>
${showMail(view, mail, reported)}
${disputed === undefined ? where : showFiles(view, disputed, services.config.base)}</section>`;
}
