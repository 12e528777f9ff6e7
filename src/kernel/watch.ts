import { basename } from "node:path";
import type TypeScript from "typescript";
import { stampOf } from "./stamp";
import type { Ts } from "./tslab";

interface Watched {
  stamp: string;
  tell: TypeScript.FileWatcherCallback;
}

/** Looks for edits when it is asked to, in the place of the operating system's watchers. */
export interface Watch {
  /** Tells the compiler of each source that was edited since; true if a package.json was. */
  look(): boolean;
}

/**
 * Replaces the compiler's file watchers, whose news come late (a cell run at once after an edit would see the
 * old types) and, for folders, make tslab throw. Packages are not looked at: they do not change under a kernel.
 *
 * @example const watch = installWatch(ts); watch.look();
 */
export function installWatch(ts: Ts): Watch {
  const watched = new Map<string, Watched>();
  ts.sys.watchFile = (path, tell) => {
    const mine: Watched = { stamp: stampOf(path), tell };
    if (!path.includes("/node_modules/")) watched.set(path, mine);
    return {
      close: () => {
        if (watched.get(path) === mine) watched.delete(path);
      },
    };
  };
  ts.sys.watchDirectory = () => ({ close: () => {} });
  return {
    look() {
      let packages = false;
      for (const [path, one] of [...watched]) {
        const stamp = stampOf(path);
        if (stamp === one.stamp) continue;
        const { Changed, Created, Deleted } = ts.FileWatcherEventKind;
        const kind = stamp === "" ? Deleted : one.stamp === "" ? Created : Changed;
        one.stamp = stamp;
        if (basename(path) === "package.json") packages = true;
        else one.tell(path, kind);
      }
      return packages;
    },
  };
}
