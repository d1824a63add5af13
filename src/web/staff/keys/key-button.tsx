import type { VNode } from 'preact';
import { useWords } from '../../kit/index.ts';
import { KEYS } from './texts.ts';

interface KeyButtonProps {
  /** `get` signs with a key, `create` makes one. */
  kind: 'get' | 'create';
  /** Where the script fetches what the key is asked. */
  options: string;
  label: string;
  /** Where nothing else sends the form. */
  main?: boolean;
}

/**
 * Within a form: asks a security key and posts the form with its answer in the field `key`. Shown by the script alone,
 * for without one no browser speaks to a key.
 */
export function KeyButton({ kind, options, label, main = false }: KeyButtonProps): VNode {
  const texts = useWords(KEYS);
  return (
    <div class="key" data-key={kind} data-options={options}>
      <input type="hidden" name="key" value="" />
      <button class={`button ${main ? 'button-main' : 'button-quiet'}`} type="button" hidden>
        {label}
      </button>
      <p class="key-words" role="status" data-waiting={texts.waiting} data-failed={texts.failed} />
    </div>
  );
}
