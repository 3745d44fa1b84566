/** What somebody said of a setting, and where. */

export interface Given {
  readonly text: string;
  /** Where it came from: a file and line, `environment`, a flag, or `default`. */
  readonly from: string;
  /** How an error names it. */
  readonly label: string;
}
