import { Fault } from '../../../domain/faults.ts';
import {
  onlyFields,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { plainLine } from '../../updates/index.ts';
import { passOn } from '../questions/passing-on.ts';
import { questionAnswer } from './answers.tsx';
import { ANSWERERS, type PagesDeps, PATH } from './page.ts';
import { QUESTION_TEXTS } from './texts.ts';

/** Gives a question to another office, and has its person told. */
export const passRoute = (deps: PagesDeps): StaffRoute => ({
  method: 'post',
  path: '/questions/:id/pass',
  roles: ANSWERERS,
  reads: 'A',
  act: (ctx) => pass(deps, ctx),
});

async function pass(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  onlyFields(ctx, ['bureau', 'raison']);
  const id = ctx.params['id'] ?? '';
  const [office, why] = [ctx.form['bureau'] ?? '', plainLine(ctx.form['raison'] ?? '')];
  try {
    await passOn(deps, ctx, id, { office, why });
    return { kind: 'see_other', to: `${PATH}/${id}`, flash: 'passed' };
  } catch (cause) {
    const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
    if (!(cause instanceof Fault) || status === undefined) throw cause;
    const reasons: Readonly<Record<string, string>> = QUESTION_TEXTS[ctx.frame.lang].passRefused;
    const field = OF_REASON.has(cause.code) ? 'raison' : 'bureau';
    const passing = { office, why, field, error: reasons[cause.code] ?? '' } as const;
    return questionAnswer(deps, ctx, { status, passing });
  }
}

const STATUS: Readonly<Record<string, number>> = {
  ...{ no_reason: 400, too_long: 400, no_office: 400, same_office: 400 },
  ...{ too_often: 409, moved: 409, gone: 409, not_found: 404 },
};
const OF_REASON: ReadonlySet<string> = new Set(['no_reason', 'too_long']);
