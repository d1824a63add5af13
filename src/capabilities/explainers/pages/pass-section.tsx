import type { VNode } from 'preact';
import { Button, Select, TextArea } from '../../../web/kit/index.ts';
import type { OpenQuestion } from '../questions/answering.ts';
import { MOST_PASSES } from '../questions/question.ts';
import { dayWords, officeOf, type Page, PATH } from './page.ts';

/** Which offices had it before, and why each passed it on; class A, as its words. */
export function Trail({ page, open: { trail } }: { page: Page; open: OpenQuestion }): VNode | null {
  const { texts, names } = page;
  if (trail.length === 0) return null;
  const office = (id: string): string => officeOf(page, id)?.name ?? '–';
  return (
    <section aria-labelledby="chemin">
      <h2 id="chemin">{texts.trail}</h2>
      <ol class="history">
        {trail.map(({ from, to, day, by, why }) => (
          <li key={`${day}${from}${to}`}>
            <p>{texts.trailLine(office(from), office(to))}</p>
            <p class="said" dir="auto">
              {why}
            </p>
            <p class="soft">{[dayWords(page, day), ...(names.has(by) ? [names.get(by)] : [])].join(' · ')}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export interface PassSectionProps {
  page: Page;
  open: OpenQuestion;
  /** What was typed, and why it was not taken. */
  refused?: { office: string; why: string; error: string; field: 'bureau' | 'raison' } | undefined;
}

/** For what another office knows better: which one, and why. */
export function PassSection({ page, open: { question }, refused }: PassSectionProps): VNode | null {
  const { texts, offices } = page;
  const others = offices.filter(({ id }) => id !== question.office);
  if (others.length === 0) return null;
  const errorOf = (field: string): string | undefined =>
    refused?.field === field ? refused.error : undefined;
  return (
    <section aria-labelledby="passer">
      <h2 id="passer">{texts.pass}</h2>
      {question.passes >= MOST_PASSES ? (
        <p>{texts.passedOften}</p>
      ) : (
        <details open={refused !== undefined}>
          <summary>{texts.passOpen}</summary>
          <p class="soft">{texts.passLead(question.ticket)}</p>
          <form class="form" method="post" action={`${PATH}/${question.id}/pass`} novalidate>
            <Select
              name="bureau"
              label={texts.passTo}
              value={refused?.office ?? ''}
              options={[
                { value: '', label: texts.passChoose },
                ...others.map(({ id, name, days }) => ({
                  value: id,
                  label: `${name} (${texts.officePromise(days)})`,
                })),
              ]}
              error={errorOf('bureau')}
            />
            <TextArea
              name="raison"
              label={texts.passWhy}
              hint={texts.passWhyHint}
              value={refused?.why}
              error={errorOf('raison')}
            />
            <Button look="quiet">{texts.passSend}</Button>
          </form>
        </details>
      )}
    </section>
  );
}
