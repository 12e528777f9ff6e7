/** Memory that threads and WebAssembly share; a worker thread gets it as it is. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
}

/** What this project uses of Node's WebAssembly, of which the kernel's compiler has no types. */
interface Assembly {
  readonly Memory: new (pages: { initial: number; maximum: number; shared: true }) => SharedMemory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: Assembly }).WebAssembly;

/**
 * Zeros that threads share.
 * @param bytes rounded up to whole pages of 64 KiB
 * @throws RangeError when the machine does not give so much
 * @example sharedMemory(1e6).buffer.byteLength // 1048576
 */
export function sharedMemory(bytes: number): SharedMemory {
  const pages = Math.ceil(bytes / 65_536);
  return new Memory({ initial: pages, maximum: pages, shared: true });
}

/**
 * Code that is compiled once and works on any shared memory.
 * @example compiled("AGFzbQEAAAA=")(memory) // what the code exports
 */
export function compiled(base64: string): (memory: SharedMemory) => object {
  const module = new Module(Buffer.from(base64, "base64"));
  return (memory) => new Instance(module, { shared: { memory } }).exports;
}
