import { type DuckDBDataChunk, DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { Column } from "./engine";
import { textReader } from "./texts";

const DAY_MS = 86_400_000;

/** The parts of a vector that are private in the library's types: reading them whole is many times faster. */
interface OpenVector {
  readonly items?: ArrayLike<number> | BigInt64Array | BigUint64Array;
  readonly dataView?: DataView;
  readonly validity: { readonly data: BigUint64Array | null };
  getItem(index: number): unknown;
  getScaledValue?(index: number): number | bigint | null;
}

const SMALL_INTEGERS = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);
const BIG_INTEGERS = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Gathers one column of an answer: `take` its chunks in order, then ask for the `column`. */
export interface ColumnReader {
  /** @throws RangeError when an integer or a decimal's digits exceed 2^53 and a double would lose them. */
  take(chunk: DuckDBDataChunk): void;
  column(): Column;
}

/**
 * A reader of the column that stands at `index` in each chunk. O(rows); numbers are copied a vector at a time.
 * @throws TypeError when the type has no column kind (a list, a struct, a time of day …).
 * @example const reader = columnReader("n", result.columnType(0), 0); reader.take(chunk); reader.column();
 */
export function columnReader(name: string, type: DuckDBType, index: number): ColumnReader {
  const vectorOf = (chunk: DuckDBDataChunk) => chunk.getColumnVector(index) as unknown as OpenVector;
  if (type.typeId === DuckDBTypeId.VARCHAR) {
    const read = textReader();
    return listReader("text", (chunk) => {
      const vector = vectorOf(chunk);
      return read({ entries: vector.dataView!, rows: chunk.rowCount, isValid: validIn(vector) });
    });
  }
  if (type.typeId === DuckDBTypeId.BOOLEAN) {
    return listReader("boolean", (chunk) => {
      const vector = vectorOf(chunk);
      return Array.from({ length: chunk.rowCount }, (_, i) => vector.getItem(i) as boolean | null);
    });
  }
  const isDate = type.typeId === DuckDBTypeId.DATE || type.typeId === DuckDBTypeId.TIMESTAMP;
  const copy = copier(name, type);
  const pieces: Float64Array[] = [];
  return {
    take(chunk) {
      const [vector, piece] = [vectorOf(chunk), new Float64Array(chunk.rowCount)];
      const isValid = validIn(vector);
      copy(vector, piece, isValid);
      if (vector.validity.data !== null) {
        for (let i = 0; i < piece.length; i++) if (!isValid(i)) piece[i] = Number.NaN;
      }
      pieces.push(piece);
    },
    column: () => ({ kind: isDate ? "date" : "number", values: joined(pieces) }),
  };
}

function listReader<K extends "text" | "boolean", T>(
  kind: K,
  read: (chunk: DuckDBDataChunk) => readonly T[],
): { take(chunk: DuckDBDataChunk): void; column(): { kind: K; values: readonly T[] } } {
  const values: T[] = [];
  return {
    take(chunk) {
      for (const value of read(chunk)) values.push(value);
    },
    column: () => ({ kind, values }),
  };
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** Whether a row is not NULL: a bit of the validity mask, if there is one. */
function validIn({ validity }: OpenVector): (row: number) => boolean {
  if (validity.data === null) return () => true;
  const { buffer, byteOffset, length } = validity.data;
  const bits = new Uint32Array(buffer, byteOffset, 2 * length);
  return (row) => ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}

/** Copies a vector's numbers; what it leaves where a row is NULL does not matter. */
type Copy = (vector: OpenVector, target: Float64Array, isValid: (row: number) => boolean) => void;

function copier(name: string, type: DuckDBType): Copy {
  if (SMALL_INTEGERS.has(type.typeId)) {
    return (vector, target) => target.set(vector.items as ArrayLike<number>);
  }
  if (type.typeId === DuckDBTypeId.DATE) {
    return (vector, target) => {
      const days = vector.items as ArrayLike<number>;
      for (let i = 0; i < target.length; i++) target[i] = days[i]! * DAY_MS;
    };
  }
  if (type.typeId === DuckDBTypeId.TIMESTAMP) {
    return (vector, target) => {
      const microseconds = longs(vector);
      for (let i = 0; i < target.length; i++) target[i] = Math.floor(long(microseconds, i) / 1000);
    };
  }
  const divisor = type instanceof DuckDBDecimalType ? 10 ** type.scale : 1;
  if (isLong(type)) {
    return (vector, target, isValid) => {
      const digits = longs(vector);
      for (let i = 0; i < target.length; i++) {
        const value = long(digits, i);
        if (!Number.isSafeInteger(value) && isValid(i)) throw inexact(name, digits.getBigInt64(8 * i, true));
        target[i] = value / divisor;
      }
    };
  }
  if (BIG_INTEGERS.has(type.typeId)) {
    return (vector, target) => {
      for (let i = 0; i < target.length; i++) {
        const digits = vector.getScaledValue ? vector.getScaledValue(i) : vector.getItem(i);
        if (digits === null) continue;
        if (!Number.isSafeInteger(Number(digits))) throw inexact(name, digits);
        target[i] = Number(digits) / divisor;
      }
    };
  }
  if (type.typeId === DuckDBTypeId.SQLNULL) return (_vector, target) => target.fill(Number.NaN);
  throw new TypeError(
    `Column "${name}" has the type ${type.toString()}, which has no typed column; CAST it to a number, text, a date or a boolean.`,
  );
}

/** Whether numbers of a type are stored as signed integers of 64 bits: BIGINT, and decimals of 10 to 18 digits. */
function isLong(type: DuckDBType): boolean {
  if (type instanceof DuckDBDecimalType) return type.width > 9 && type.width <= 18;
  return type.typeId === DuckDBTypeId.BIGINT;
}

function longs(vector: OpenVector): DataView {
  const { items, dataView } = vector;
  return dataView ?? new DataView((items as BigInt64Array).buffer, (items as BigInt64Array).byteOffset);
}

/** An integer of 64 bits as the nearest double, without the cost of a BigInt. */
function long(view: DataView, index: number): number {
  return view.getInt32(8 * index + 4, true) * 2 ** 32 + view.getUint32(8 * index, true);
}

function inexact(name: string, digits: unknown): RangeError {
  return new RangeError(
    `Column "${name}" holds ${digits}, more digits than a double keeps; CAST it to DOUBLE to round it or to VARCHAR to keep it.`,
  );
}
