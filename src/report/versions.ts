import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "./nbformat";

/**
 * Versions that a report rests on: Node, the project, and each package that it depends on as installed.
 *
 * @param root the project's folder, where package.json and node_modules lie
 * @throws {Error} if there is no package.json
 * @example readVersions(root).node // "20.20.2"
 */
export function readVersions(root: string): Readonly<Record<string, string>> {
  const own = readPackage(join(root, "package.json"));
  const dependencies = isRecord(own.dependencies) ? Object.keys(own.dependencies).sort() : [];
  const installed = dependencies.map((name): [string, string] => {
    try {
      return [name, String(readPackage(join(root, "node_modules", name, "package.json")).version)];
    } catch {
      return [name, "not installed"];
    }
  });
  return {
    node: process.versions.node,
    [String(own.name)]: String(own.version),
    ...Object.fromEntries(installed),
  };
}

function readPackage(path: string): Record<string, unknown> {
  const json: unknown = JSON.parse(readFileSync(path, "utf8"));
  return isRecord(json) ? json : {};
}
