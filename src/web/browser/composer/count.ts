/** Characters as the server counts them; said aloud only when there are too many: nobody wants each one read out. */
export function countIn(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const line = form.querySelector<HTMLElement>('[data-count]');
  if (line === null) return;
  const most = Number(field.dataset['most']);
  const words = line.dataset['count'] ?? '';
  const show = (): void => {
    const used = field.value.length;
    line.textContent = words.replace('{used}', String(used)).replace('{most}', String(most));
    line.classList.toggle('composer-over', used > most);
    if (used > most) line.setAttribute('role', 'alert');
    else line.removeAttribute('role');
  };
  line.hidden = false;
  field.addEventListener('input', show);
  show();
}
