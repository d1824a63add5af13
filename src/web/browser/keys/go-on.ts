/** Sends a form whose person pressed the button a moment ago; once, also when they come back to the page. */
export function goOn(form: HTMLFormElement): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // A field of the form may be called `submit`.
  if (navigation?.type === 'navigate') HTMLFormElement.prototype.submit.call(form);
}
