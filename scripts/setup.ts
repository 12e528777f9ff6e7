/** Registers the kernel with Jupyter: `npm run setup [-- --prefix DIR] [--force] [--remove]`. */
import { parseArgs } from "node:util";
import { installKernelspec, prefixKernels, removeKernelspec, userKernels } from "../src/kernel/kernelspec";

const USAGE = `npm run setup                    registers the kernel "TypeScript (segmentbook)" for you
npm run setup -- --prefix DIR    registers it in DIR/share/jupyter/kernels
npm run setup -- --force         puts a tslab kernel of somebody else aside
npm run setup -- --remove        takes it back`;

function setup(args: string[]): string[] {
  const { values } = parseArgs({
    args,
    options: {
      prefix: { type: "string" },
      force: { type: "boolean", default: false },
      remove: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return [USAGE];
  const kernels = values.prefix === undefined ? userKernels() : prefixKernels(values.prefix);
  if (values.remove) {
    const { folder, removed, restored } = removeKernelspec(kernels);
    const done = removed
      ? `Removed the kernel from ${folder}.`
      : `There was no kernel of this project in ${kernels}.`;
    return restored ? [done, "Put back the kernel it had replaced."] : [done];
  }
  const { folder, aside } = installKernelspec(kernels, values.force);
  const done = `Registered the kernel "TypeScript (segmentbook)" in ${folder}.`;
  const kept = aside === undefined ? [] : [`The kernel that was there is kept in ${aside}.`];
  return [done, ...kept, "Take it back with: npm run setup -- --remove"];
}

try {
  for (const line of setup(process.argv.slice(2))) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
