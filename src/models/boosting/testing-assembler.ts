import wabt from "wabt";

/**
 * WebAssembly text as code in base64. For tests and `scripts/assemble.ts`.
 * @throws Error naming the line that is no WebAssembly
 */
export async function assembled(text: string): Promise<string> {
  const parsed = (await wabt()).parseWat("histogram.wat", text, { simd: true, threads: true });
  return Buffer.from(parsed.toBinary({}).buffer).toString("base64");
}
