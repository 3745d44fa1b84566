/** The one place where n3's Store is made: its published types lag behind and know nothing of shared term tables. */
import n3, { type Store } from 'n3';
import type { QuadIndex } from './dataset-view.js';

/** An index that can also be written to; adding what is there and removing what is not are no errors. */
export type N3Store = Store & QuadIndex;

const { EntityIndex } = n3 as unknown as { EntityIndex: new () => object };

/** The stores of one table hold each term once between them. */
export type TermTable = InstanceType<typeof EntityIndex>;

export const createTermTable = (): TermTable => new EntityIndex();

export const createN3Store = (terms: TermTable): N3Store =>
  new n3.Store([], { entityIndex: terms } as ConstructorParameters<typeof Store>[1]) as unknown as N3Store;
