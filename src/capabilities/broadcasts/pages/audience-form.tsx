import type { VNode } from 'preact';
import { LIVE_HEADER, Notice, Select } from '../../../web/kit/index.ts';
import {
  AudiencePart,
  type Built,
  boundedBy,
  type Choosing,
  draftOf,
  fingerprintOf,
  isBuilderField,
  readBuilt,
  type SavedAudience,
  STEP_FIELD,
} from '../../audiences/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Page } from './page.ts';

type Typed = Readonly<Record<string, string>>;

/** Which saved audience is wanted, and which the conditions below were copied from, with what it was then. */
const WANTED = 'public';
const COPIED = 'copie';
/** The button that copies the wanted one into the builder. */
const TAKE = 'prendre';

/** The audience of a form: its conditions, and the saved one they are a copy of. */
export interface Chosen extends Omit<Built, 'fault'> {
  fault?: Built['fault'] | 'gone';
  /** The saved one, and what it meant when it was copied. */
  from?: string | undefined;
  as?: string | undefined;
}

export const isAudienceField = (field: string): boolean =>
  field === WANTED || field === COPIED || field === STEP_FIELD || isBuilderField(field);

/**
 * Reads the audience part of a form. Whoever wants a saved one and has not pressed "take" is given it all the same;
 * conditions that were changed after they were copied are nobody's copy any more.
 */
export async function readChosen(
  form: Typed,
  { choosing, ctx }: { choosing: Pick<Choosing, 'find'>; ctx: Pick<StaffContext, 'person'> },
): Promise<Chosen> {
  const built = readBuilt(form, ctx.person);
  const wanted = form[WANTED] ?? '';
  const [copied = '', as = ''] = (form[COPIED] ?? '').split(' ');
  const takes = form[STEP_FIELD] === TAKE;
  if (wanted === '') return built;
  if (copied === wanted && !takes) {
    const isCopy = built.isStep || fingerprintOf(built.audience) === as;
    return { ...built, ...(isCopy && { from: wanted, as }) };
  }
  // Another step was pressed: what is being put together stays.
  if (built.isStep && !takes) return built;
  const saved = await choosing.find(ctx, wanted);
  if (saved === undefined) return { ...built, fault: 'gone' };
  const audience = boundedBy(saved);
  const copy = { audience, draft: draftOf(audience), from: wanted, as: fingerprintOf(audience) };
  return { ...built, ...copy, fault: undefined };
}

export interface Origin {
  /** Absent: it was deleted, or is not this person's to see. */
  saved?: SavedAudience | undefined;
  /** The saved one means something else by now. */
  changed: boolean;
}

/** What became of the saved audience a broadcast has a copy of; `undefined`: it is a copy of none. */
export async function originOf(
  { from, audience }: Pick<Chosen, 'from' | 'audience'>,
  { choosing, ctx }: { choosing: Pick<Choosing, 'find'>; ctx: Pick<StaffContext, 'person'> },
): Promise<Origin | undefined> {
  if (from === undefined) return undefined;
  const saved = await choosing.find(ctx, from);
  return {
    saved,
    changed: saved !== undefined && fingerprintOf(boundedBy(saved)) !== fingerprintOf(audience),
  };
}

/** Where the conditions came from, and whether that has changed since. */
export function OriginNote({
  page: { texts },
  origin,
}: {
  page: Page;
  origin: Origin | undefined;
}): VNode | null {
  if (origin === undefined) return null;
  if (origin.saved === undefined)
    return (
      <Notice tone="info">
        <p>{texts.savedDeleted}</p>
      </Notice>
    );
  const { name } = origin.saved;
  if (!origin.changed) return <p>{texts.copyOf(name)}</p>;
  return (
    <Notice tone="warning">
      <p>{texts.savedChanged(name)}</p>
    </Notice>
  );
}

/** What the audience part of the form is drawn from. */
export interface AudienceChoice {
  chosen: Pick<Chosen, 'draft' | 'audience' | 'fresh' | 'fault' | 'from' | 'as'>;
  saved: readonly SavedAudience[];
  offers: Awaited<ReturnType<Choosing['offersFor']>>;
  count: Awaited<ReturnType<Choosing['count']>>;
  nameOf: ReturnType<Choosing['nameOf']>;
  origin?: Origin | undefined;
}

interface AudienceFieldsProps extends AudienceChoice {
  page: Page;
  action: string;
}

/** A saved audience to copy, and its conditions, which may be changed for this broadcast alone. */
export function AudienceFields({ page, action, chosen, saved, origin, ...rest }: AudienceFieldsProps): VNode {
  const { texts } = page;
  const { draft, fresh, fault, from = '', as = '' } = chosen;
  return (
    <>
      <div id="copie" class="take">
        {saved.length === 0 && fault !== 'gone' ? null : (
          <>
            <Select
              name={WANTED}
              label={texts.fields.saved}
              value={from}
              error={fault === 'gone' ? texts.faults.bad_audience : undefined}
              options={[
                { value: '', label: texts.fields.buildHere },
                ...saved.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <button
              class="button button-quiet"
              type="submit"
              name={STEP_FIELD}
              value={TAKE}
              hx-post={action}
              hx-target={`#${PART}`}
              hx-select={`#${PART}`}
              hx-swap="outerHTML"
              hx-headers={`${LIVE_HEADER}:1`}
            >
              {texts.takeSaved}
            </button>
          </>
        )}
        {from === '' ? null : <input type="hidden" name={COPIED} value={`${from} ${as}`} />}
      </div>
      <OriginNote page={page} origin={origin} />
      <AudiencePart {...{ draft, fresh, action, ...rest }} fault={fault === 'gone' ? undefined : fault} />
    </>
  );
}

/** The part of the form that is put in anew when a saved audience is taken. */
export const PART = 'le-public';
