/**
 * Blank nodes that BNODE makes. Comunica takes the text that BNODE is given for a label, and puts the number of the row
 * behind it: `BNODE("1")` of the eleventh row is `BNODE("11")` of the first, and a text with a blank in it is no label at all.
 */
import type { Actor, EngineParts } from './engine-parts.js';

/** The node is a scoped one: its label is a beginning, which the row completes. */
interface MadeNode {
  readonly value: { value: string };
}

interface NodeFunction {
  apply(context: unknown): Promise<MadeNode>;
}

interface NodeActor extends Actor {
  run(action: unknown): Promise<NodeFunction>;
}

export function correctNewNodes(parts: EngineParts): void {
  const actor = parts.find<NodeActor>('function-factory#expression-function-bnode');
  const run = actor.run.bind(actor);
  actor.run = async (action) => {
    const made = await run(action);
    const { apply } = made;
    made.apply = async (context) => {
      const node = await apply(context);
      // Letters and digits, and an end: a label whatever the text is, and another one for another text.
      node.value.value = `made-${Buffer.from(node.value.value).toString('hex')}-`;
      return node;
    };
    return made;
  };
}
