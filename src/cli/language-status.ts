import { loadSpeaker } from '../language/index.ts';
import { EXIT } from './exit.ts';
import { places } from './places.ts';

/** `benkan language status`: where each language stands, in texts. */
export function languageStatus({ json = false }: { json?: boolean }): number {
  const speaker = loadSpeaker({ localesDir: places().localesDir, onMissing: () => undefined });
  const status = speaker.languages.map((lang) => ({ lang, ...speaker.provenance(lang) }));
  if (json) process.stdout.write(`${JSON.stringify({ languages: status })}\n`);
  else
    for (const { lang, total, sourced, kept, missing, unreviewed } of status)
      process.stdout.write(
        `${lang}  ${total} texts: ${sourced} sourced, ${kept} kept in ${speaker.fallback}, ${missing} missing, ${unreviewed} to review\n`,
      );
  return EXIT.done;
}
