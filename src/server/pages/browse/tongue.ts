/** A name in whatever language it is, marked where that is not the language of the words around it. */
import type { Name } from '../../browse/names.js';
import { type Html, html } from '../../html.js';
import { messageLanguageOf } from '../../view/messages.js';
import type { View } from '../../view/view.js';

const rightToLeft = /^(?:ar|dv|fa|he|ps|ur|yi)(?:-|$)/;

/** `shown`: what is written of it; its text, unless told. */
export function inTongue({ language }: View, { text, language: own }: Name, shown: Html | string = text): Html {
  if (own === '' || own.split('-')[0] === messageLanguageOf(language)) return html`${shown}`;
  return html`<span lang="${own}" dir="${rightToLeft.test(own) ? 'rtl' : 'ltr'}">${shown}</span>`;
}
