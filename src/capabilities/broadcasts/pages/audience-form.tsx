import type { VNode } from 'preact';
import { LIVE_HEADER, Notice, Select } from '../../../web/kit/index.ts';
import { AudiencePart, type Choosing, type SavedAudience, STEP_FIELD } from '../../audiences/index.ts';
import { type Chosen, COPIED, type Origin, TAKE, WANTED } from './chosen.ts';
import type { Page } from './page.ts';

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
