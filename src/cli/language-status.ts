import { loadSpeaker, type Pack, type Provenance } from '../language/index.ts';
import { EXIT } from './exit.ts';
import { places } from './places.ts';

/** `benkan language status`: where each language stands, in texts. */
export function languageStatus({ json = false }: { json?: boolean }): number {
  const speaker = loadSpeaker({ localesDir: places().localesDir, onMissing: () => undefined });
  const status = speaker.languages.map((lang) => ({ lang, ...speaker.provenance(lang) }));
  const packs = speaker.packs.map(countsOf);
  if (json) process.stdout.write(`${JSON.stringify({ languages: status, packs })}\n`);
  else {
    for (const { lang, ...counts } of status)
      process.stdout.write(`${lang}  ${inWords(counts, lang === speaker.fallback, speaker.fallback)}\n`);
    for (const { lang, name, labels, recordings, regions } of packs)
      process.stdout.write(
        `${lang}  region pack ${name}: ${labels} labels, ${recordings} recordings; offered in ${regions.join(', ')}\n`,
      );
  }
  return EXIT.done;
}

/** What a region pack brings; whatever it lacks is said in French, so nothing is missing there. */
function countsOf({ lang, name, regions, texts }: Pack) {
  const all = Array.from(texts.values()).flatMap((keyed) => [...keyed.values()]);
  return {
    ...{ lang, name, regions },
    labels: all.filter(({ text }) => text !== '').length,
    recordings: all.filter(({ audio }) => audio !== undefined).length,
  };
}

/** The language all texts are written in first has no source but its authors, and keeps nothing of another. */
function inWords(counts: Provenance, isFirst: boolean, first: string): string {
  const { total, sourced, kept, unsourced, missing, unreviewed, keptShare } = counts;
  if (isFirst) return `${total} texts: ${missing} missing, ${unreviewed} to review`;
  const share = `${(keptShare * 100).toFixed(1)} %`;
  return `${total} texts: ${sourced} sourced, ${kept} kept in ${first} (${share}), ${unsourced} without a source, ${missing} missing, ${unreviewed} to review`;
}
