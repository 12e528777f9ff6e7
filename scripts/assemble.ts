/** Assembles `histogram.wat`, the WebAssembly of the boosting engine, into the file that holds its code. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assembled } from "../src/models/boosting/testing-assembler";

const folder = join(__dirname, "..", "src", "models", "boosting");

async function main(): Promise<void> {
  const code = await assembled(readFileSync(join(folder, "histogram.wat"), "utf8"));
  const lines = (code.match(/.{1,100}/g) ?? []).map((line) => `  "${line}",`);
  const text = `/** The code of \`histogram.wat\` in base64: after a change there, run \`npx tsx scripts/assemble.ts\`. */
export const HISTOGRAM_CODE = [
${lines.join("\n")}
].join("");
`;
  writeFileSync(join(folder, "histogram-code.ts"), text);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
