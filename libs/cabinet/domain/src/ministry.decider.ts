// Pure: no framework, no clock, no I/O. What the jurisdiction file says arrives from outside.
import type {
  MinistryDissolved,
  MinistryEstablished,
  MinistryEvent,
  MinistryRenamed,
  RemitTransferred,
} from '@zielwerk/contracts';
import { type Decider, type Decision, type Message, rejections, sameData } from '@zielwerk/kernel';

/** `inFile`: the ministry is one that the jurisdiction file begins with, so that it need not be established. */
type Order<Fact> = Readonly<{ inFile: boolean; fact: Fact }>;

export type MinistryCommand =
  | Message<'EstablishMinistry', Order<MinistryEstablished>>
  | Message<'RenameMinistry', Order<MinistryRenamed>>
  | Message<'TransferRemit', Order<RemitTransferred>>
  | Message<'DissolveMinistry', Order<MinistryDissolved>>;

type ExistingMinistry = Readonly<{
  status: 'exists';
  /** As the cabinet decided last; null while the file's name is in force. */
  named: MinistryRenamed | null;
  given: readonly RemitTransferred[];
}>;
type DissolvedMinistry = Readonly<{ status: 'dissolved'; dissolved: MinistryDissolved }>;
/** `unrecorded`: no fact yet. */
export type Ministry = Readonly<{ status: 'unrecorded' }> | ExistingMinistry | DissolvedMinistry;

const refuse = rejections({
  'ministry-exists': 'conflict',
  'ministry-unknown': 'not-found',
  'ministry-dissolved': 'conflict',
  'remit-to-itself': 'invalid',
  'remit-already-transferred': 'conflict',
  'successor-of-itself': 'invalid',
});

const beginning: ExistingMinistry = { status: 'exists', named: null, given: [] };

const establish = ({ inFile, fact }: Order<MinistryEstablished>, state: Ministry): Decision<MinistryEvent> => {
  if (state.status === 'unrecorded' && !inFile) return [{ type: 'MinistryEstablished', data: fact }];
  if (state.status === 'exists' && sameData(fact, state.named)) return [];
  return refuse('ministry-exists', `The ministry ${fact.ministry} exists: it can be renamed.`);
};

const rename = (data: MinistryRenamed, { named }: ExistingMinistry): Decision<MinistryEvent> =>
  sameData(data, named) ? [] : [{ type: 'MinistryRenamed', data }];

const transfer = (data: RemitTransferred, { given }: ExistingMinistry): Decision<MinistryEvent> => {
  const { ministry, to, remit } = data;
  if (to === ministry) return refuse('remit-to-itself', 'A remit is transferred to another ministry.');
  const before = given.find((each) => each.remit === remit);
  if (!before) return [{ type: 'RemitTransferred', data }];
  return before.to === to ? [] : refuse('remit-already-transferred', `The remit went to ${before.to}.`);
};

const dissolve = (data: MinistryDissolved): Decision<MinistryEvent> =>
  data.successor === data.ministry
    ? refuse('successor-of-itself', 'The successor is another ministry, or none.')
    : [{ type: 'MinistryDissolved', data }];

const change = (
  { type, data }: Exclude<MinistryCommand, { type: 'EstablishMinistry' }>,
  state: ExistingMinistry,
): Decision<MinistryEvent> => {
  switch (type) {
    case 'RenameMinistry':
      return rename(data.fact, state);
    case 'TransferRemit':
      return transfer(data.fact, state);
    case 'DissolveMinistry':
      return dissolve(data.fact);
  }
};

/** Ressort: established, renamed, re-cut and dissolved by the cabinet. The code of a dissolved one is never used again. */
export const ministryDecider: Decider<MinistryCommand, MinistryEvent, Ministry> = {
  initialState: { status: 'unrecorded' },

  decide(command, state) {
    const { inFile, fact } = command.data;
    if (state.status === 'dissolved')
      return command.type === 'DissolveMinistry' && sameData(fact, state.dissolved)
        ? []
        : refuse('ministry-dissolved', `The ministry ${fact.ministry} was dissolved; its code is not used again.`);
    if (command.type === 'EstablishMinistry') return establish(command.data, state);
    if (state.status === 'exists') return change(command, state);
    return inFile ? change(command, beginning) : refuse('ministry-unknown', `There is no ministry ${fact.ministry}.`);
  },

  evolve(state, { type, data }) {
    if (type === 'MinistryDissolved') return { status: 'dissolved', dissolved: data };
    const ministry = state.status === 'exists' ? state : beginning;
    return type === 'RemitTransferred'
      ? { ...ministry, given: [...ministry.given, data] }
      : { ...ministry, named: data };
  },
};
