import type { Turn } from '../../engine/nodes/turn.ts';
import type { Value } from '../../engine/types.ts';

/** The same turn, but the answer it takes is told. */
export function listening(turn: Turn, told: (value: Value) => void): Turn {
  const answered: Turn['answered'] = (answer) => {
    told(answer.value);
    turn.answered(answer);
  };
  return new Proxy(turn, {
    get(of, name) {
      if (name === 'answered') return answered;
      const value: unknown = Reflect.get(of, name);
      // A turn's methods write to their own object.
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}
