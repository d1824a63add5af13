import { expect, it } from '@jest/globals';
import { renderToString as render } from 'preact-render-to-string';
import { StateMark } from './state-mark.tsx';
import { VOLUNTEERS_FR } from './texts.fr.ts';

it('V3: what has begun is not called open', () => {
  const page = { now: 1000, texts: VOLUNTEERS_FR };
  const said = (state: 'open' | 'cancelled', starts: number): string =>
    render(<StateMark event={{ state, starts }} page={page} />);
  expect(said('open', 1001)).toContain('>Ouverte<');
  expect(said('open', 1000)).toContain('>Passée<');
  expect(said('cancelled', 1000)).toContain('>Annulée<');
});
