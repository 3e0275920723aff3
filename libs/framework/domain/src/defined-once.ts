import { type Decider, type Decision, type Message, type Rejection, sameData } from '@zielwerk/kernel';

export type Defined<Content> = Readonly<{ status: 'undefined' }> | Readonly<{ status: 'defined'; content: Content }>;

/** What is true of a pillar as of a theme: saying it again changes nothing, saying something else is refused. */
export const definedOnce = <
  Command extends Message<string, Content>,
  Event extends Message<string, Content>,
  Content,
>(rules: {
  readonly event: (content: Content) => Event;
  readonly refusal: (content: Content) => Rejection;
}): Decider<Command, Event, Defined<Content>> => ({
  initialState: { status: 'undefined' },

  decide({ data }, state): Decision<Event> {
    if (state.status === 'undefined') return [rules.event(data)];
    return sameData(state.content, data) ? [] : rules.refusal(data);
  },

  evolve: (_state, { data }) => ({ status: 'defined', content: data }),
});
