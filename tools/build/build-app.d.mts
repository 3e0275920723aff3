/** Absolute paths; `bundle` puts every package into the file, else they stay in the repository's node_modules. */
export function buildApp(app: { root: string; entry: string; outfile: string; bundle: boolean }): Promise<void>;
