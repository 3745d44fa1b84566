/** Comunica's rows as they come: all of them at once, or each changed into some others. */

export interface RowStream<Row> {
  toArray(): Promise<Row[]>;
  transform(options: {
    readonly autoStart: false;
    transform(row: Row, next: () => void, push: (row: Row) => void): Promise<void>;
  }): RowStream<Row>;
  on(event: 'end', listener: () => void): void;
  destroy(cause?: Error): void;
}
