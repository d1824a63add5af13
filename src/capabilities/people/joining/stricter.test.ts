import { expect, it } from '@jest/globals';
import { stricter } from './stricter.ts';

const decided = (consents: Record<string, number>, stopped = false) => ({ consents, stopped });

it('C6: people who become one have agreed to what each agreed to, in the older version; a stop of any holds', () => {
  expect(stricter([decided({ base: 2, news: 1 }), decided({ base: 1 })])).toEqual(decided({ base: 1 }));
  expect(stricter([decided({ base: 1 }), decided({ base: 2, news: 1 }, true)])).toEqual(
    decided({ base: 1 }, true),
  );
  expect(stricter([decided({ base: 2 })])).toEqual(decided({ base: 2 }));
  expect(stricter([decided({}), decided({ base: 1 })])).toEqual(decided({}));
  expect(stricter([])).toEqual(decided({}));
});
