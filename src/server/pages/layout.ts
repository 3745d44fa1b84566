/** What all pages have in common. */
import { type Html, html } from '../html.js';
import { directionOf, languages, ownNames } from '../view/language.js';
import { messageLanguageOf } from '../view/messages.js';
import { addressWith, plainView, type View } from '../view/view.js';

/** What can be reached from everywhere: its address, and the key of what it is called. */
const ways: readonly (readonly [path: string, key: string])[] = [
  ['/datasets', 'browse.nav'],
  ['/coverage', 'nav.coverage'],
  ['/map', 'nav.map'],
  ['/catalog', 'nav.catalogue'],
  ['/api', 'nav.api'],
  ['/sparql', 'nav.query'],
  ['/ontology', 'nav.ontology'],
];

const languageLinks = (view: View): Html[] =>
  languages.map((language) =>
    language === view.language
      ? html`<li><span aria-current="true" lang="${language}">${ownNames[language]}</span></li>`
      : html`<li><a href="${addressWith(view, { lang: language })}" lang="${language}" hreflang="${language}" rel="alternate" dir="${directionOf(language)}">${ownNames[language]}</a></li>`,
  );

/** A whole document; `head`: what this page alone is shown with. The words are the language of the messages; names in others are marked where they stand. */
export function layout(title: string, main: Html, view: View = plainView(), head?: Html): Html {
  const { say } = view;
  return html`<!doctype html>
<html lang="${messageLanguageOf(view.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/ui/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/ui/style.css">
${head}</head>
<body>
<a class="skip" href="#main">${say('layout.skip')}</a>
<header>
<a class="name" href="/">migraph</a>
<nav aria-label="${say('nav.label')}">${ways.map(
    ([path, key]) =>
      html`<a href="${path}"${path === view.path ? html` aria-current="page"` : undefined}>${say(key)}</a> `,
  )}</nav>
<form class="search" action="/search" role="search"><label for="q">${say('search.label')}</label><input id="q" name="q" type="search" maxlength="200" value="${view.path === '/search' ? (view.parameters.get('q') ?? '') : ''}" autocomplete="off"><button>${say('search.button')}</button></form>
</header>
<main id="main">
${main}
</main>
<footer>
<nav aria-label="${say('layout.languages')}"><ul class="languages">${languageLinks(view)}</ul></nav>
<p>${say('layout.promise')}</p>
</footer>
</body>
</html>
`;
}
