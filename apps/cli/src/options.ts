/** Options of every command; what is not given comes from the environment. */
export type GlobalOptions = Readonly<{ data?: string; jurisdiction?: string }>;
