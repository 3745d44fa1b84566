/** The language of a name, where it is not that of the words around it. */
import { type Html, html } from '../html.js';
import { directionOf, type Language } from '../view/language.js';
import { messageLanguageOf } from '../view/messages.js';
import type { View } from '../view/view.js';

/** Attributes of an element; nothing where they would say what is said already. */
export const tongueOf = ({ language }: View, own: Language | undefined): Html | undefined =>
  own === undefined || own === messageLanguageOf(language) ? undefined : html` lang="${own}" dir="${directionOf(own)}"`;
