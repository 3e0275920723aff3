export interface Release {
  /** Where its deployables are, below `dist/apps`. */
  readonly folder: string;
  /** Null where there is no history: then the folder is this release's own. */
  readonly commit: string | null;
}

/** Builds the deployables of an earlier commit; see the implementation for where it is taken from. */
export function previousRelease(options: { root: string; projects: string[]; ref?: string }): Release;
