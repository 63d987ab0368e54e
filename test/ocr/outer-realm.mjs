import { TestEnvironment } from 'jest-environment-node';

/** Tests that run nets: onnxruntime knows an array by its class, and that of a test's own realm is another one. */
export default class OuterRealm extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const kind of [ArrayBuffer, Uint8Array, Int32Array, BigInt64Array, Float32Array]) this.global[kind.name] = kind;
  }
}
