import type { Inbound } from '../../src/domain/message.ts';
import type { Site } from './site.ts';

/** A small talk, enough to drive the page: welcome with choices, then an answer to whatever is said, once an id. */
export function scriptedTalk(): {
  hear: (message: Inbound) => Promise<'committed' | 'duplicate'>;
  serve: (site: Site) => void;
  said: string[];
} {
  const seen = new Set<string>();
  const said: string[] = [];
  let site: Site | undefined;
  return {
    said,
    serve: (served) => (site = served),
    async hear(message) {
      const name = `${message.address} ${message.id}`;
      if (seen.has(name)) return 'duplicate';
      seen.add(name);
      const { content } = message;
      const words =
        content.kind === 'text'
          ? content.text
          : content.kind === 'choice'
            ? `#${content.token}`
            : content.kind;
      said.push(words);
      for (const [at, reply] of answer(words).entries())
        await site?.tell(message.address, reply.text, { id: `${message.id}-${at}`, ...reply });
      return 'committed';
    },
  };
}

function answer(
  words: string,
): { text: string; choices?: { id: string; label: string; digits: string }[] }[] {
  if (words === '/start')
    return [
      {
        text: 'I ni cɛ ! Bienvenue sur Benkan.\nIci, on parle de la paix au Mali : nouvelles vérifiées, sondages, activités des jeunes.',
      },
      {
        text: 'Dans quelle langue voulez-vous parler ?',
        choices: [
          { id: 'lang-fr', label: 'Français', digits: '1' },
          { id: 'lang-bm', label: 'Bamanankan', digits: '2' },
        ],
      },
    ];
  if (words === '#lang-fr')
    return [
      {
        text: 'Avez-vous entendu parler du dialogue de paix dans votre cercle ces trois derniers mois ?',
        choices: [
          { id: 'yes', label: 'Oui, à la radio ou par un proche', digits: '1' },
          { id: 'no', label: 'Non', digits: '2' },
          { id: 'unsure', label: 'Je ne suis pas sûr', digits: '3' },
        ],
      },
    ];
  if (words === '#yes') return [{ text: 'Merci. Dans quel cercle habitez-vous ?' }];
  return [{ text: `C’est noté : ${words}` }];
}
