/**
 * Who stands behind the references that events carry: the one place that knows a person, and it can forget. Its
 * conformance suite is the full contract.
 */
export abstract class Subjects {
  /** The reference to a token's subject: a random UUID, made at its first use and durable once it is answered. */
  abstract refOf(subject: string): Promise<string>;

  /** Null for a reference that is nobody's, or nobody's any more. */
  abstract personOf(ref: string): Promise<string | null>;

  /** Forgets the subject, byte for byte; false when it is not known. Later it gets another reference. */
  abstract erase(subject: string): Promise<boolean>;
}
