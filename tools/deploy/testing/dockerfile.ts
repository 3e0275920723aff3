// The Dockerfile as data: its stages, and what each of them does.
import { DockerfileParser, type Instruction, ModifiableInstruction } from 'dockerfile-ast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

/** `flags` are what stands before the arguments, `--from=build` as `from: 'build'`. */
export type Step = Readonly<{ keyword: string; flags: Readonly<Record<string, string>>; args: string }>;
export type Stage = Readonly<{ image: string; name: string | null; steps: readonly Step[] }>;

const LINE_ENDS = /\\\n\s*/gu;

const stepOf = (instruction: Instruction): Step => {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  return {
    keyword: instruction.getKeyword(),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
    args: (instruction.getRawArgumentsContent() ?? '').replaceAll(LINE_ENDS, ' '),
  };
};

/** The stages in their order; what stands before the first of them is left out. */
export const readDockerfile = (): readonly Stage[] => {
  const steps = DockerfileParser.parse(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))
    .getInstructions()
    .map(stepOf);
  const starts = steps.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  return starts.map((start, index) => {
    const [image = '', , name = null] = (steps[start]?.args ?? '').split(/\s+/u);
    return { image, name, steps: steps.slice(start + 1, starts[index + 1]) };
  });
};

/** The arguments of the last step of that kind. Throws when there is none. */
export const lastOf = ({ steps }: Stage, keyword: string): string => {
  const found = steps.filter((step) => step.keyword === keyword).at(-1);
  if (!found) throw new Error(`The stage has no ${keyword}.`);
  return found.args;
};

/** What a CMD runs. */
export const commandIn = (args: string): readonly string[] =>
  JSON.parse(args.replace(/^CMD\s+/u, '')) as readonly string[];
