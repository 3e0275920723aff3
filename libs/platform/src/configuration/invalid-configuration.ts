/** A setting that cannot be; the message is one sentence that names the variable, or the option, that set it. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';
}
