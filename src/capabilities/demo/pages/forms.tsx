import type { VNode } from 'preact';
import { Button } from '../../../web/kit/index.ts';
import type { DemoTexts } from './texts.fr.ts';

/** Loads the demonstration; among real people only with a tick. */
export function LoadForm({
  texts,
  realPeople,
  label,
}: {
  texts: DemoTexts;
  realPeople: number;
  label: string;
}): VNode {
  return (
    <form method="post" action="/staff/demo/load">
      {realPeople === 0 ? null : (
        <>
          <p>{texts.realPeople(realPeople)}</p>
          <p>
            <label class="demo-tick">
              <input type="checkbox" name="not_live" value="yes" required /> {texts.notLive}
            </label>
          </p>
        </>
      )}
      <Button>{label}</Button>
    </form>
  );
}

export function ClearForm({ texts }: { texts: DemoTexts }): VNode {
  return (
    <form method="post" action="/staff/demo/clear">
      <Button look="danger">{texts.clear}</Button>
    </form>
  );
}
