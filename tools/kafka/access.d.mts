/** One rule of Kafka's authorizer: the user may do so much with what is named so. */
export interface Access {
  readonly user: string;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly pattern: 'literal' | 'prefixed';
  /** As `kafka-acls.sh` calls them. */
  readonly operations: readonly string[];
}

/** What users need that are called as their houses, and the user `strategy`. Nobody may do anything else. */
export function accessOf(codes: readonly string[]): Access[];
