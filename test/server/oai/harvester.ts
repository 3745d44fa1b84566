/** A small harvester, written from the protocol alone: it asks, holds each answer against the schema, and follows the tokens. */
import { expectValid } from '../feeds/check-xml.js';

export interface Header {
  readonly identifier: string;
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly isGone: boolean;
}

const unescapeXml = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  );

export const textsOf = (document: string, name: string): string[] =>
  [...document.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text]) =>
    unescapeXml(text ?? ''),
  );

export const errorOf = (document: string): string | undefined => /<error code="(\w+)"/.exec(document)?.[1];

export function headersOf(document: string): Header[] {
  return [...document.matchAll(/<header( status="deleted")?>([\s\S]*?)<\/header>/g)].map(([, gone, text = '']) => ({
    identifier: textsOf(text, 'identifier')[0] ?? '',
    datestamp: textsOf(text, 'datestamp')[0] ?? '',
    sets: textsOf(text, 'setSpec'),
    isGone: gone !== undefined,
  }));
}

export class Harvester {
  constructor(readonly endpoint: string) {}

  /** One answer, which keeps the rules of the protocol. */
  async ask(given: Readonly<Record<string, string>>, method: 'GET' | 'POST' = 'GET'): Promise<string> {
    const form = new URLSearchParams(given);
    const response = await (method === 'GET'
      ? fetch(`${this.endpoint}?${form}`)
      : fetch(this.endpoint, { method, body: form }));
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    const document = await response.text();
    await expectValid(document, 'oai-pmh.xsd', ['oai-dc.xsd', 'dc.xsd', 'xml.xsd']);
    return document;
  }

  /** All parts of a list. */
  async *list(given: Readonly<Record<string, string>>): AsyncGenerator<string> {
    let asked = given;
    for (;;) {
      const document = await this.ask(asked);
      yield document;
      const [token] = textsOf(document, 'resumptionToken');
      if (token === undefined || token === '') return;
      asked = { verb: given['verb'] ?? '', resumptionToken: token };
    }
  }
}
