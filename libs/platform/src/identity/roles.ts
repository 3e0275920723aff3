/** What a token may say somebody is. Who may do what stands at each slice. */
export const ROLES = [
  'editor',
  'project-lead',
  'acceptor',
  'signatory',
  'observer',
  'cabinet-office',
  'finance',
  'strategy-office',
  'pmo',
  'machine',
  'analyst',
  'auditor',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];
