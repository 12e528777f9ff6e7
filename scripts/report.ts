import { reportCommand } from "../src/report/cli";

void reportCommand(process.argv.slice(2), process.cwd()).then((status) => {
  // Kernels that are still starting must not keep a finished run alive.
  process.exit(status);
});
