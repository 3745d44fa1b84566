/** What all pages have in common. */
import { type Html, html } from '../html.js';

/** A whole document. */
export const layout = (title: string, main: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/ui/style.css">
</head>
<body>
<header><a class="name" href="/">migraph</a>
<nav aria-label="Main"><a href="/catalog">Catalogue</a> <a href="/sparql">Query</a> <a href="/ontology">Ontology</a></nav></header>
<main>
${main}
</main>
</body>
</html>
`;
