import * as fc from 'fast-check';

import { Acyclic } from './acyclic';

type Edge = readonly [from: string, to: string];

/** The same question, answered by walking through all edges. */
const leads = (edges: readonly Edge[], from: string, to: string): boolean => {
  const seen = new Set([from]);
  for (const node of seen) for (const [one, other] of edges) if (one === node) seen.add(other);
  return seen.has(to);
};

const node = fc.integer({ min: 0, max: 9 }).map(String);

it('takes exactly those edges, in the order in which they come, that close no cycle', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 60 }), (edges) => {
      const graph = new Acyclic();
      const kept: Edge[] = [];
      for (const [from, to] of edges) {
        const closes = leads(kept, to, from);
        expect(graph.add(from, to)).toBe(!closes);
        if (!closes) kept.push([from, to]);
      }
    }),
    { numRuns: 500 },
  ));
