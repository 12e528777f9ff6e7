"use strict";
// Starts the project's tslab kernel. Plain tslab 1.0.22 (unmaintained since 2024) loses output and `idle`
// past 512 messages, resolves types as Node 10 did, reports no `error` message; these are mended from outside.
const path = require("node:path");
const Module = require("node:module");
const project = path.resolve(__dirname, "../..");
const root = path.relative(project, process.cwd()).startsWith("..") ? process.cwd() : project; // a notebook kept elsewhere is its own project
const req = Module.createRequire(
  require.resolve("tslab/package.json", { paths: [path.resolve(__dirname, "../..")] }),
);

// 1. Types: exports maps, "node" condition, the library of this Node.
const tsId = req.resolve("@tslab/typescript-for-tslab");
const ts = req(tsId);
const outDir = "outDir";
// tslab sees a cell's `await` by error 1308, which `for await` does not raise.
const forAwaits = (file) => {
  const out = [];
  (function walk(n) {
    if (ts.isForOfStatement(n) && n.awaitModifier)
      out.push({
        file,
        start: n.awaitModifier.getStart(file),
        length: 5,
        code: 1308,
        category: 1,
        messageText: "for await",
      });
    if (!ts.isFunctionLike(n) && !ts.isClassLike(n) && !ts.isModuleDeclaration(n)) ts.forEachChild(n, walk);
  })(file);
  return out;
};
const tsPatch = {
  getPreEmitDiagnosticsOfFiles: (program, files) => [
    ...ts.getPreEmitDiagnosticsOfFiles(program, files),
    ...files.filter((f) => /__tslab__\.tsx?$/.test(f.fileName)).flatMap(forAwaits),
  ],
  // Cells live in the notebook's folder, the shared module beside it: let TypeScript see both as one project,
  // and leave what is outside the notebook's folder to the .ts loader below.
  createWatchProgram(host) {
    const created = host.afterProgramCreate;
    host.afterProgramCreate = (b) => {
      const wrapped = Object.create(b);
      wrapped.emit = (file, write, ...rest) =>
        b.emit(
          file,
          (name, data, ...more) => {
            const rel = path.relative(process.cwd(), path.join(root, path.relative(outDir, name)));
            if (!rel.startsWith("..")) write(path.join(outDir, rel), data, ...more);
          },
          ...rest,
        );
      created(wrapped);
    };
    return ts.createWatchProgram(host);
  },
  createWatchCompilerHost: (files, options, ...rest) =>
    ts.createWatchCompilerHost(
      files,
      {
        ...options,
        rootDir: root,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        customConditions: ["node"],
        lib: [...options.lib.filter((l) => !/es20\d\d/.test(l)), "lib.es2023.d.ts"],
      },
      ...rest,
    ),
};
require.cache[tsId].exports = new Proxy(ts, {
  get: (t, k) => (Object.hasOwn(tsPatch, k) ? tsPatch[k] : t[k]),
});

// 1b. require() of the project's .ts files, and a fresh copy of them once one was edited.
const loaded = new Map();
const fs = require("node:fs");
Module._extensions[".ts"] = (mod, file) => {
  loaded.set(file, fs.statSync(file).mtimeMs);
  const { outputText } = ts.transpileModule(fs.readFileSync(file, "utf8"), {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      inlineSourceMap: true,
    },
  });
  mod._compile(outputText, file);
};
const resolve = Module._resolveFilename;
Module._resolveFilename = function (id, parent, ...rest) {
  if (/^\.\.?\//.test(id) && id.endsWith(".js")) {
    try {
      return resolve.call(this, id, parent, ...rest);
    } catch {
      return resolve.call(this, id.slice(0, -3) + ".ts", parent, ...rest);
    }
  }
  return resolve.call(this, id, parent, ...rest);
};
function dropEdited() {
  if (![...loaded].some(([f, t]) => fs.statSync(f, { throwIfNoEntry: false })?.mtimeMs !== t)) return;
  for (const f of loaded.keys()) delete require.cache[f];
  loaded.clear();
}

// 2. Sends: one at a time, in order, and neighbouring stream texts of one cell as one message.
const zmq = req("zeromq");
for (const cls of [zmq.Publisher, zmq.Router]) {
  const send = cls.prototype.send;
  const queues = new WeakMap();
  Object.defineProperty(cls.prototype, "send", {
    configurable: true,
    writable: true,
    value(frames) {
      const last = (queues.get(this) ?? Promise.resolve()).then(() => send.call(this, frames));
      queues.set(
        this,
        last.catch(() => {}),
      );
      return last;
    },
  });
}

const { ZmqServer, JupyterHandlerImpl } = req("./dist/jupyter.js");
const { createExecutor } = req("./dist/executor.js");
const { createConverter } = req("./dist/converter.js");

class LabServer extends ZmqServer {
  publish(parent, type, content) {
    const m = parent.createReply();
    m.header.msg_type = type;
    m.content = content;
    m.signAndSend(this.connInfo.key, this.iopub);
  }
  async handleExecute(sock, msg) {
    const reply = msg.createReply();
    reply.header.msg_type = "execute_reply";
    let text = "",
      name = "",
      timer = null,
      errText = "";
    const flush = () => {
      clearTimeout(timer);
      timer = null;
      if (text) {
        const t = text;
        text = "";
        this.publish(msg, "stream", { name, text: t });
      }
    };
    const writeStream = (n, t) => {
      if (n === "stderr")
        t = t.replace(
          /\n {4}at (?:async )?(?:sigintHandlersWrap|Script\.runInThisContext|Object\.runInThisContext|Object\.execute|JupyterHandlerImpl|ZmqServer|LabServer)?[^\n]*(?:node:vm:|tslab\/dist\/|kernel\/launch\.cjs)[^\n]*/g,
          "",
        );
      if (n === "stderr") errText = (errText + t).slice(-20000);
      if (n !== name) flush();
      name = n;
      text += t;
      if (text.length > 65536) flush();
      else timer ??= setTimeout(flush, 20);
    };
    const writeDisplayData = (data, update) => {
      flush();
      this.publish(msg, update ? "update_display_data" : "display_data", data);
    };
    dropEdited();
    this.publish(msg, "execute_input", {
      code: msg.content.code,
      execution_count: this.handler.execCount + 1,
    });
    const content = await this.handler.handleExecute(msg.content, writeStream, writeDisplayData);
    // What tslab printed for the failure, still unsent, becomes the error message instead of a second copy of it.
    if (content.status === "error" && name === "stderr" && text) {
      errText = text;
      text = "";
    }
    flush();
    if (content.status === "abort") content.status = "aborted";
    if (content.status === "error") {
      const first =
        errText.split("\n").find((l) => /\w*(Error|Exception)\b.*:|^\S*\d+:\d+ - /.test(l)) ??
        errText.trim().split("\n")[0] ??
        "Error";
      Object.assign(content, {
        ename: /^\S*\d+:\d+ - /.test(first) ? "TypeScriptError" : first.split(":")[0].trim(),
        evalue: first,
        traceback: errText.trimEnd().split("\n"),
      });
      this.publish(msg, "error", {
        ename: content.ename,
        evalue: content.evalue,
        traceback: content.traceback,
      });
    }
    reply.content = content;
    reply.signAndSend(this.connInfo.key, sock);
  }
}

const convs = {
  node: createConverter({ isJS: false, isBrowser: false }),
  get browser() {
    return (this._b ??= createConverter({ isJS: false, isBrowser: true }));
  },
  close() {
    this.node.close();
    this._b?.close();
  },
};
const executor = createExecutor(process.cwd(), convs, { log: console.log, error: console.error });
const server = new LabServer(
  new JupyterHandlerImpl(executor, false),
  process.argv[process.argv.indexOf("--config-path") + 1],
);
process.on("SIGINT", () => executor.interrupt());
process.on("uncaughtException", (e) => console.error("UncaughtException:", e));
process.on("unhandledRejection", (e) => console.error("UnhandledPromiseRejection:", e));
server.init();
