/** Puts the chosen canned reply where the cursor stands; without this, the button asks the server to. */
export function insertInto(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-insert]');
  const choice = form.querySelector('select');
  if (button === null || choice === null) return;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const text = choice.selectedOptions[0]?.dataset['text'];
    if (text === undefined) return;
    const before = field.value.slice(0, field.selectionStart);
    const gap = before.trim() === '' || before.endsWith('\n') ? '' : '\n\n';
    field.setRangeText(gap + text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
}
