import type { VNode } from 'preact';
import { Select } from '../../../web/kit/index.ts';
import type { Audience, Field } from '../../audiences/index.ts';
import { languageWords, type Page } from './page.ts';

/** Fields of the form and what of a member each is about; an empty one says nothing. */
const PARTS = { langue: 'lang', region: 'region', canal: 'channel' } as const satisfies Record<string, Field>;
type Part = keyof typeof PARTS;
export const AUDIENCE_FIELDS = Object.keys(PARTS) as readonly Part[];

/** What may be chosen. */
export interface Choices {
  languages: readonly string[];
  regions: readonly { slug: string }[];
  channels: readonly string[];
}

/** Everybody who fits all that was chosen; `undefined` for what cannot be chosen. */
export function readAudience(form: Readonly<Record<string, string>>, choices: Choices): Audience | undefined {
  const offered: Readonly<Record<Part, readonly string[]>> = {
    langue: choices.languages,
    region: choices.regions.map(({ slug }) => slug),
    canal: choices.channels,
  };
  const chosen = AUDIENCE_FIELDS.flatMap((part) => {
    const value = form[part] ?? '';
    return value === '' ? [] : [{ part, value }];
  });
  if (!chosen.every(({ part, value }) => offered[part].includes(value))) return undefined;
  return { all: chosen.map(({ part, value }) => ({ field: PARTS[part], in: [value] })) };
}

/** The fields as they are typed, from an audience; `undefined` where the form could not say it. */
export function typedAudience(audience: Audience): Record<Part, string> | undefined {
  if (!('all' in audience)) return undefined;
  const typed = { langue: '', region: '', canal: '' };
  for (const term of audience.all) {
    if (!('field' in term)) return undefined;
    const part = AUDIENCE_FIELDS.find((each) => PARTS[each] === term.field);
    const [value, ...more] = term.in;
    if (part === undefined || value === undefined || more.length > 0 || typed[part] !== '') return undefined;
    typed[part] = value;
  }
  return typed;
}

interface AudienceFieldsProps {
  page: Page;
  channels: readonly string[];
  typed: Readonly<Record<string, string>>;
  error: string | undefined;
}

/** Language, region and channel, each of them or any. */
export function AudienceFields({ page, channels, typed, error }: AudienceFieldsProps): VNode {
  const { fields } = page.texts;
  const any = (label: string): { value: string; label: string } => ({ value: '', label });
  return (
    <>
      <Select
        name="langue"
        label={fields.language}
        value={typed['langue']}
        error={error}
        options={[
          any(fields.anyLanguage),
          ...page.languages.map((value) => ({ value, label: languageWords(page, value) })),
        ]}
      />
      <Select
        name="region"
        label={fields.region}
        value={typed['region']}
        options={[
          any(fields.anyRegion),
          ...page.regions.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <Select
        name="canal"
        label={fields.channel}
        value={typed['canal']}
        options={[any(fields.anyChannel), ...channels.map((value) => ({ value, label: value }))]}
      />
    </>
  );
}
