/** Where in which file something is wrong, what, and what to do about it. */
export interface DataFault {
  readonly file: string;
  /** The physical line of the file, from 1. */
  readonly line?: number | undefined;
  /** The column's name in the file's header. */
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly problem: string;
  readonly advice: string;
}

/** The longest part of a cell that a message shows. */
const VALUE_SHOWN = 80;

/**
 * A raw file breaks its contract. The message names file, line, column, value and remedy; the fields
 * hold the same for programs.
 * @example new DataError({ file: "data.csv", line: 3, problem: "The row has 7 cells", advice: "mend it" }).message
 */
export class DataError extends Error implements DataFault {
  override readonly name = "DataError";
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly value: string | undefined;
  readonly problem: string;
  readonly advice: string;

  constructor(fault: DataFault) {
    const place = [
      fault.file,
      fault.line === undefined ? "" : `line ${fault.line}`,
      fault.column === undefined ? "" : `column ${fault.column}`,
      fault.value === undefined ? "" : `value ${shown(fault.value)}`,
    ];
    super(
      `${fault.problem}: ${place.filter((part) => part !== "").join(", ")}. What to do: ${fault.advice}.`,
    );
    this.file = fault.file;
    this.line = fault.line;
    this.column = fault.column;
    this.value = fault.value;
    this.problem = fault.problem;
    this.advice = fault.advice;
  }
}

function shown(value: string): string {
  return JSON.stringify(value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value);
}
