import type { VNode } from 'preact';
import type { Preview, Said, Shown } from '../../../../domain/shown.ts';
import type { Lang } from '../../../../domain/language.ts';
import { useWords } from '../../../../web/kit/index.ts';
import type { Page } from '../page.ts';
import type { TryingTexts } from './texts.fr.ts';
import { TRYING } from './texts.ts';

interface OnChannelsProps {
  page: Page;
  previews: readonly Preview[];
  said: readonly Said[];
  /** Whose words the table is about, for a screen reader. */
  caption: string;
}

/** What was said, in numbers, on every channel side by side: what it becomes there, and what it costs. */
export function OnChannels({ page, previews, said, caption }: OnChannelsProps): VNode {
  const words = useWords(TRYING);
  if (said.length === 0) return <p class="soft">{words.nothingSaid}</p>;
  return (
    <ul class="on-channels" aria-label={caption}>
      {previews.map((preview) => {
        const shown = said.map((one) => preview.show(one));
        return (
          <li key={preview.id}>
            <strong>{words.channels[preview.id] ?? preview.id}</strong>
            <Facts page={page} shown={shown} />
          </li>
        );
      })}
    </ul>
  );
}

/** Messages as one channel shows them, each with its keys. */
export function AsOn({
  page,
  preview,
  said,
  lang,
}: Omit<OnChannelsProps, 'previews' | 'caption'> & { preview: Preview; lang: Lang }): VNode {
  const words = useWords(TRYING);
  const shown = said.map((one) => preview.show(one));
  return (
    <>
      {shown.flatMap(({ messages, way }, nth) =>
        messages.map(({ text, keys }, at) => (
          <div key={`${nth} ${at}`} class="talk-bot" lang={lang} dir="auto">
            <p>{text}</p>
            {keys.length === 0 ? null : (
              <ul class={`shown-keys shown-${way}`} aria-label={words.ways[way]}>
                {keys.map((key) => (
                  <li key={key}>{key}</li>
                ))}
              </ul>
            )}
          </div>
        )),
      )}
      {shown.length === 0 ? null : (
        <div class="shown-facts">
          <Facts page={page} shown={shown} />
        </div>
      )}
    </>
  );
}

function Facts({ page, shown }: { page: Page; shown: readonly Shown[] }): VNode {
  const words = useWords(TRYING);
  const remarks = [...new Set(shown.flatMap((one) => remarksOn(one, words)))];
  return (
    <>
      <p class="soft">{factsOf(page, shown, words).join(' · ')}</p>
      {remarks.length === 0 ? null : (
        <ul class="shown-remarks" aria-label={words.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function factsOf({ figures }: Page, shown: readonly Shown[], words: TryingTexts): string[] {
  const sum = (of: (one: Shown) => number): number => shown.reduce((all, one) => all + of(one), 0);
  const keys = sum(({ messages }) => messages.reduce((all, message) => all + message.keys.length, 0));
  const ways = shown.flatMap(({ way }) => (way === 'words' ? [] : [words.ways[way]]));
  const sms = shown.flatMap((one) => one.sms ?? []);
  return [
    words.messages(sum(({ messages }) => messages.length)),
    ...new Set(ways),
    ...(keys === 0 ? [] : [words.keys(keys)]),
    ...(sms.length === 0
      ? []
      : [
          words.parts(
            sms.reduce((all, { parts }) => all + parts, 0),
            figures.count(sms.reduce((all, { units }) => all + units, 0)),
          ),
        ]),
    words.bytes(figures.count(sum(({ bytes }) => bytes))),
  ];
}

const remarksOn = ({ refused, tight, sms, file }: Shown, words: TryingTexts): string[] => [
  ...(refused === undefined ? [] : [`${words.refused} : ${words.refusals[refused] ?? refused}`]),
  ...tight.map(({ label, has, most, way }) => words.tight(label, has, most, words.ways[way])),
  ...(sms?.coding === 'ucs2' ? [words.wide] : []),
  ...(sms?.cut ? [words.cut] : []),
  ...(file === undefined ? [] : [words.files[file]]),
];
