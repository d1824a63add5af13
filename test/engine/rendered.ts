import type { Advanced, EngineEvent, OfferedChoice, TextKey } from '../../src/engine/types.ts';

/** A turn's outcome as lines a person can read and compare, one an event; the last says what it waits for. */
export function rendered({ events, waits, session }: Advanced): string[] {
  const lines = events.map(line);
  const top = session?.frames.at(-1);
  if (waits.kind === 'call') return [...lines, `calls ${waits.call.name}${pairs(waits.call.params)}`];
  if (!top) return [...lines, 'nothing runs'];
  const below = session && session.frames.length > 1 ? ` over ${session.frames.length - 1}` : '';
  return [...lines, `waits at ${top.flow}.${top.step}, tries ${top.tries}${below}`];
}

function line(event: EngineEvent): string {
  switch (event.kind) {
    case 'said': {
      const choices = event.ask ? ` <${event.ask.choices.map(button).join(' ')}>` : '';
      const audio = event.audio === undefined ? '' : ` with recording ${event.audio}`;
      const image = event.image === undefined ? '' : ` with picture ${event.image}`;
      return `says ${path(event.text)}${pairs(event.params)}${choices}${audio}${image}`;
    }
    case 'answered':
      return `answered ${event.step} ${event.type} ${JSON.stringify(event.value)}${event.survey ? ` of ${event.survey}` : ''}`;
    case 'withdrawn':
      return `withdrawn ${event.step}${event.survey ? ` of ${event.survey}` : ''}`;
    case 'survey_ended':
      return `survey ${event.survey} ${event.complete ? 'complete' : 'broken off'}`;
    case 'asked_for':
      return `asks for ${event.effect}${pairs(event.params)}`;
    case 'profile_changed':
      return `person.${event.path} = ${JSON.stringify(event.value)}`;
    case 'result_saved':
      return `result ${event.name} = ${JSON.stringify(event.value)}, ${event.category ?? 'no category'}${event.survey ? ` of ${event.survey}` : ''}`;
    case 'handed_over':
      return `handed over at ${event.flow}.${event.step}: ${event.reason}`;
    case 'written':
      return `for who has the talk at ${event.flow}.${event.step}: ${event.reply.kind === 'text' ? event.reply.text : event.reply.media}`;
    case 'reminded':
    case 'timed_out':
    case 'expired':
      return `${event.kind} ${event.flow}.${event.step}`;
    case 'step_failed':
      return `failed ${event.flow}.${event.step} ${event.code}`;
  }
}

const button = ({ choice, label, picked }: OfferedChoice): string =>
  `${picked ? '✓' : ''}${'literal' in label ? `${choice}:${label.literal}` : choice}`;

const path = ({ flow, key }: TextKey): string => `${flow}.${key}`;

function pairs(params: Record<string, unknown>): string {
  const entries = Object.entries(params);
  return entries.length === 0 ? '' : ` {${entries.map(([k, v]) => `${k}: ${JSON.stringify(v)}`).join(', ')}}`;
}
