/**
 * What `work` comes to, or what `late` says after `ms` milliseconds: an answer, or what it throws. The work itself goes on.
 */
export async function within<Done, Late>(
  work: Promise<Done>,
  ms: number,
  late: () => Late,
): Promise<Done | Late> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    return await Promise.race([work, time.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
