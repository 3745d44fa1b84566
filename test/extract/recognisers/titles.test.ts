/** Tests titles that the typography sets apart, by marked-up sentences; the value is the style and the words. */
import { recogniseTitles } from '../../../src/extract/recognisers/titles.js';
import { of, sentences } from '../recognises.js';

const titles = of(recogniseTitles, ({ value }) => `${value.style}: ${value.text}`);

describe('titles: italics', () => {
  sentences(titles, [
    'The report [*Moving Along the Quay*|italic: Moving Along the Quay] appeared.',
    'The report [_Moving Along the Quay_|italic: Moving Along the Quay] appeared.',
    'It includes [*Tides*|italic: Tides] (HS 8), [*Ports, what next?*|italic: Ports, what next?] (HS 7) and [*Rafts*|italic: Rafts].',
    '([*Moving Along*|italic: Moving Along])',
  ]);
});

describe('titles: quotation marks', () => {
  sentences(titles, [
    'The report [“Moving Along the Quay”|quoted: Moving Along the Quay] appeared.',
    'The report ["Moving Along the Quay"|quoted: Moving Along the Quay] appeared.',
    'The report [«Le long du quai»|quoted: Le long du quai] appeared.',
    'The report [« Le long du quai »|quoted: Le long du quai] appeared.',
    'Der Bericht [„Am Kai entlang“|quoted: Am Kai entlang] erschien.',
    'The report [‘Moving Along the Quay’|quoted: Moving Along the Quay] appeared.',
    "The report ['Moving Along the Quay'|quoted: Moving Along the Quay], please.",
    'The report [“Moving Along,”|quoted: Moving Along] it says.',
  ]);
});

describe('titles: bold and links', () => {
  sentences(titles, [
    '[**Harbour Survey**|bold: Harbour Survey]: all boats.',
    '[__Harbour Survey__|bold: Harbour Survey]: all boats.',
    'See [[Moving Along](https://quay.example/m)|link: Moving Along] for more.',
    '[**Harbour** |x]'.replace('[**Harbour** |x]', '[**Harbour**|bold: Harbour] and [*Tides*|italic: Tides]'),
  ]);
});
