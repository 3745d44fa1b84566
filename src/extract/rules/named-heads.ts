/** The names that head passages, and what only looks like one: a place, a description beneath a name, a title read elsewhere. */
import { mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';
import { isTitle } from './data-entries.js';

/** A name that heads a passage, and whose it says it is. */
export interface Named {
  readonly label: string;
  readonly acronym: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Where the words about it begin. */
  readonly body: number;
  /** The stretch of the head that names its owner. */
  readonly owner: { readonly start: number; readonly end: number } | undefined;
  /** Whether it is known by description alone. */
  readonly nameless?: true;
}

/** "Latin America: El Salvador and Mexico": a place heads what it is that is told of it. */
const isPlace = ({ reading }: Scene, { start, end }: Named): boolean =>
  mentionsOf(reading.mentions, 'place').some((place) => place.start <= start && place.end >= end);

/** "Sailor Survey (SS)", and beneath it "Crews of boats, asked at home: …": the heading has named the data that this describes. */
const isDescribed = ({ heading, topic, blockIndex }: Scene, { label, acronym }: Named): boolean =>
  heading?.passage.block === blockIndex - 1 &&
  topic.subject?.type === 'Dataset' &&
  topic.subject.passages.includes(heading.passage) &&
  acronym === undefined &&
  !isTitle(label);

/** Whether another rule reads these words: a title in italics or quotation marks. */
function isTaken({ reading }: Scene, named: Named): boolean {
  return mentionsOf(reading.mentions, 'title').some(
    ({ start, end }) =>
      // "The | *Raft Survey: Ports*": the colon is the title's own.
      (start <= named.start + 3 && end >= named.start + named.label.length - 1) ||
      (start < named.end && end > named.end + 1),
  );
}

/** Whether the head names nothing of its own. */
export const isNoName = (scene: Scene, named: Named): boolean =>
  isTaken(scene, named) || isPlace(scene, named) || isDescribed(scene, named);
