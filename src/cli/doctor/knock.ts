/** One request to a server nearby, of which the status and the type are wanted, and perhaps the text. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Reply {
  readonly status: number;
  /** Without its parameters. */
  readonly type: string;
  /** Empty where it was not wanted. */
  readonly text: string;
}

export interface Knock {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly wantsText?: boolean;
  /** Seconds without a sign of life. */
  readonly patience: number;
}

/** Rejects where there is no answer. */
export function knock(url: string, { method = 'GET', headers = {}, body, wantsText, patience }: Knock): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const { statusCode: status = 0, headers: given } = response;
      const type = given['content-type']?.split(';')[0] ?? '';
      if (wantsText === true) text(response).then((whole) => resolve({ status, type, text: whole }), reject);
      else {
        resolve({ status, type, text: '' });
        response.destroy();
      }
    });
    asked.setTimeout(patience * 1000, () => asked.destroy(new Error(`took over ${patience} s`)));
    asked.on('error', reject);
    asked.end(body);
  });
}
