import { randomUUID } from 'node:crypto';
import { createContextDataObjectFor, FlowRunner, SupportedMode } from '@floip/flow-runner';
import { PRIORITIES, TEXTS, YES_NO } from '../peers/survey.mjs';
import { PLAIN_ANSWERS } from './answers.mjs';

const FRENCH = 'fra';

/**
 * @floip/flow-runner: the context is written to JSON and read back at each turn; the flow itself, which it carries in the
 * context, is put back from memory and not counted.
 */
export async function open() {
  const { flow, resources } = surveyFlow();
  const contact = { id: '1', name: 'p', groups: [] };
  const pack = (context) => JSON.stringify({ ...context, flows: undefined, resources: undefined });
  const unpack = (text) => ({ ...JSON.parse(text), flows: [flow], resources });
  return async (n) => {
    const answers = PLAIN_ANSWERS[n % PLAIN_ANSWERS.length];
    const begun = await createContextDataObjectFor(
      contact,
      [],
      'u',
      'o',
      [flow],
      FRENCH,
      SupportedMode.TEXT,
      resources,
    );
    await new FlowRunner(begun).run();
    let state = pack(begun);
    for (const answer of answers) {
      const context = unpack(state);
      const runner = new FlowRunner(context);
      const { prompt } = runner.hydrateRichCursorFrom(context);
      await prompt.fulfill(answer);
      state = pack(context);
    }
    if (JSON.parse(state).exit_at === undefined) throw new Error('the survey did not end');
    return answers.length + 1;
  };
}

function surveyFlow() {
  const resources = [];
  const resource = (value) => {
    const uuid = randomUUID();
    const content = { language_id: FRENCH, content_type: 'TEXT', modes: [SupportedMode.TEXT], value };
    resources.push({ uuid, values: [content] });
    return uuid;
  };
  const choices = (options) => Object.fromEntries(options.map(({ key, label }) => [key, resource(label)]));
  const asks = [
    ['SelectOneResponse', 'priority', { choices: choices(PRIORITIES) }],
    ['NumericResponse', 'age', { validation_minimum: 1, validation_maximum: 110 }],
    ['OpenResponse', 'idea', { text: { max_response_characters: 300 } }],
    ['OpenResponse', 'place', {}],
    ['SelectOneResponse', 'meeting', { choices: choices(YES_NO) }],
  ];
  const ids = asks.map(() => randomUUID());
  const blocks = asks.map(([type, name, config], index) => ({
    uuid: ids[index],
    name,
    type: `MobilePrimitives.${type}`,
    config: { prompt: resource(TEXTS[name]), ...config },
    exits: [{ uuid: randomUUID(), name: 'default', default: true, destination_block: ids[index + 1] }],
  }));
  const flow = {
    uuid: randomUUID(),
    name: 'survey',
    last_modified: '2026-01-01 00:00:00.000000',
    interaction_timeout: 3600,
    supported_modes: [SupportedMode.TEXT],
    languages: [{ id: FRENCH, label: 'Français' }],
    blocks,
    first_block_id: ids[0],
  };
  return { flow, resources };
}
