/**
 * Asks an engine again and again without ever waiting long: answers undefined when it fails, or when it takes longer than
 * `patienceMs`. While one answer is outstanding nothing else is asked, so that an engine that hangs gathers no questions.
 */
export const probe = <Answer>(ask: () => Promise<Answer>, patienceMs = 2_000): (() => Promise<Answer | undefined>) => {
  let outstanding: Promise<Answer | undefined> | undefined;
  return () => {
    outstanding ??= Promise.resolve()
      .then(ask)
      .catch(() => undefined)
      .finally(() => (outstanding = undefined));
    return withinTime(outstanding, patienceMs);
  };
};

const withinTime = async <Answer>(answer: Promise<Answer>, patienceMs: number): Promise<Answer | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
