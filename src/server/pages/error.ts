/** The page of a failure, for browsers: what kind it is in the reader's language, the reason as programs get it, and ways on. */
import { STATUS_CODES } from 'node:http';
import { type Html, html } from '../html.js';
import { isMessage } from '../view/messages.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { tongueOf } from './tongue.js';

export function errorPage(view: View, { status, message }: { status: number; message: string }): Html {
  const key = `error.${status}`;
  const title = isMessage(key) ? view.say(key) : (STATUS_CODES[status] ?? String(status));
  return layout(
    `${title} – migraph`,
    html`<h1>${title}</h1>
<p class="failure" role="alert"${tongueOf(view, 'en')}>${message}</p>
<p>${view.say('error.ways')} <a href="/">${view.say('error.home')}</a> · <a href="/api">${view.say('api.title')}</a></p>
<p><small>${view.say('error.status', { status })}</small></p>`,
    view,
  );
}
