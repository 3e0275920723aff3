/**
 * A directed graph that never has a cycle. Keeps an order in which whatever is needed comes later, so that an edge that
 * agrees with it costs nothing, and any other only what lies between its ends (Pearce and Kelly, 2006).
 */
export class Acyclic {
  private readonly nodes = new Map<string, Node>();

  /** False, and nothing is added, if the edge would close a cycle. */
  add(from: string, to: string): boolean {
    const [one, other] = [this.nodeOf(from), this.nodeOf(to)];
    if (one === other) return false;
    if (one.rank > other.rank) {
      const after = reached(
        other,
        ({ to: next }) => next,
        (node) => node.rank <= one.rank,
      );
      if (after.has(one)) return false;
      const before = reached(
        one,
        ({ from: next }) => next,
        (node) => node.rank >= other.rank,
      );
      // Each group keeps its own order; together they take the ranks that they have.
      const moved = [...byRank(before), ...byRank(after)];
      const ranks = moved.map(({ rank }) => rank).sort((a, b) => a - b);
      moved.forEach((node, index) => (node.rank = ranks[index] ?? node.rank));
    }
    one.to.add(other);
    other.from.add(one);
    return true;
  }

  private nodeOf(name: string): Node {
    const known = this.nodes.get(name);
    if (known) return known;
    const node: Node = { rank: this.nodes.size, from: new Set(), to: new Set() };
    this.nodes.set(name, node);
    return node;
  }
}

type Node = { rank: number; readonly from: Set<Node>; readonly to: Set<Node> };

const byRank = (nodes: ReadonlySet<Node>): readonly Node[] => [...nodes].sort((one, other) => one.rank - other.rank);

/** The node and what is reached from it without leaving what `isWithin`. */
const reached = (
  start: Node,
  next: (node: Node) => ReadonlySet<Node>,
  isWithin: (node: Node) => boolean,
): ReadonlySet<Node> => {
  const seen = new Set([start]);
  // A set may grow while it is walked through: each node once.
  for (const node of seen) for (const neighbour of next(node)) if (isWithin(neighbour)) seen.add(neighbour);
  return seen;
};
