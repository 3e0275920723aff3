const WIDTH = 30;

/** A bar on a terminal; nothing where the output goes to a file. */
export const progressOn =
  (terminal: NodeJS.WriteStream) =>
  (done: number, all: number): void => {
    if (!terminal.isTTY) return;
    const filled = Math.round((done / all) * WIDTH);
    const bar = `${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}`;
    terminal.write(`\r[${bar}] ${done} of ${all}${done === all ? '\n' : ''}`);
  };
