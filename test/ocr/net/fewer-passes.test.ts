/** @jest-environment ./test/ocr/outer-realm.mjs */
import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-node';
import { modelPaths } from '../../../src/ocr/readers/model-paths.js';
import { withFewerPasses } from '../../../src/ocr/readers/pp-ocr/net/fewer-passes.js';
import { netOf, newNode, withNet, type Constant, type Net, type Node } from '../../../src/ocr/readers/pp-ocr/net/onnx-file.js';
import { resized } from '../../../src/ocr/resample.js';
import { chanceOf } from '../../make/chance.js';
import { scannedNumber } from '../drawn-numbers.js';

const one = (value: number): Constant => ({ sides: [1], values: Float32Array.of(value) });
const conv = (input: string, output: string, pad = 0): Node => newNode('Conv', [input, 'kernel', 'bias'], output, { kernel_shape: [1, 1], pads: [pad, pad, pad, pad] });
/** Two channels of two: 1 and 2, 3 and 4, and 10 and 20 more. */
const weights = { kernel: { sides: [2, 2, 1, 1], values: Float32Array.of(1, 2, 3, 4) }, bias: { sides: [2], values: Float32Array.of(10, 20) } };
const netWith = (nodes: readonly Node[]): Net => ({ constants: new Map<string, Constant>([...Object.entries(weights), ['two', one(2)], ['three', one(3)], ['five', one(5)]]), nodes });
const kindsOf = (net: Net): string[] => net.nodes.map((n) => n.kind);
const weightsOf = (net: Net, node: number): number[][] => (net.nodes[node]?.inputs ?? []).slice(1).map((name) => [...(net.constants.get(name)?.values ?? [])]);

describe('a net with fewer passes', () => {
  it('multiplies and adds in the convolution before', () => {
    const net = withFewerPasses(netWith([conv('x', 'a'), newNode('Mul', ['two', 'a'], 'b'), newNode('Add', ['b', 'three'], 'y')]));
    expect(kindsOf(net)).toEqual(['Conv']);
    expect(net.nodes[0]).toMatchObject({ inputs: ['x', expect.anything(), expect.anything()], outputs: ['y'] });
    expect(weightsOf(net, 0)).toEqual([[2, 4, 6, 8], [23, 43]]);
  });

  it('multiplies, divides and adds in the convolution behind, where that sees no border', () => {
    const net = withFewerPasses(netWith([newNode('Relu', ['x'], 'a'), newNode('Div', ['a', 'two'], 'b'), newNode('Add', ['b', 'three'], 'c'), conv('c', 'y')]));
    expect(kindsOf(net)).toEqual(['Relu', 'Conv']);
    // 3 more in each of what goes in is 3 · (1 + 2) and 3 · (3 + 4) more of what comes out.
    expect(weightsOf(net, 1)).toEqual([[0.5, 1, 1.5, 2], [19, 41]]);
  });

  it('adds by a convolution of its own before one that sees the border, which is 0 and not the number', () => {
    const net = withFewerPasses(netWith([conv('x', 'a'), newNode('Relu', ['a'], 'b'), newNode('Mul', ['b', 'two'], 'c'), newNode('Add', ['c', 'three'], 'd'), conv('d', 'y', 1)]));
    expect(kindsOf(net)).toEqual(['Conv', 'Relu', 'Conv', 'Conv']);
    expect(net.nodes[2]?.numbers.get('group')).toEqual([2]);
    expect(weightsOf(net, 2)).toEqual([[2, 2], [3, 3]]);
    expect(weightsOf(net, 3)).toEqual([[1, 2, 3, 4], [10, 20]]);
  });

  it('leaves alone a convolution that another step takes, too', () => {
    const net = withFewerPasses(netWith([conv('x', 'a'), newNode('Add', ['a', 'three'], 'b'), newNode('Mul', ['a', 'b'], 'y')]));
    expect(kindsOf(net)).toEqual(['Conv', 'Conv', 'Mul']);
    expect(weightsOf(net, 0)).toEqual([[1, 2, 3, 4], [10, 20]]);
    expect(weightsOf(net, 1)).toEqual([[1, 1], [3, 3]]);
  });

  it('leaves steps alone whose tensors it does not know', () => {
    const nodes = [newNode('MatMul', ['x', 'kernel'], 'a'), newNode('Mul', ['a', 'two'], 'b'), newNode('Softmax', ['b'], 'y'), newNode('Div', ['two', 'y'], 'z')];
    expect(withFewerPasses(netWith(nodes)).nodes).toEqual(nodes);
  });
});

const { detection, recognition } = modelPaths();

describe.each([['detection', detection, [1, 3, 96, 128]], ['recognition', recognition, [2, 3, 48, 96]]] as const)('the net of %s in fewer passes', (_, path, sides) => {
  it('says what the net of the file says', async () => {
    const file = await readFile(path);
    const net = netOf(file);
    const lean = withFewerPasses(net);
    expect(lean.nodes.length).toBeLessThan(0.75 * net.nodes.length);
    const [pictures, channels, height, width] = sides;
    const { pixels } = resized(scannedNumber('40962', { font: 'Plain', em: 28, grain: 12, threshold: 0 }, chanceOf('a number')), width, height);
    const input = Float32Array.from({ length: pictures * channels * pixels.length }, (__, i) => (pixels[i % pixels.length] ?? 255) / 127.5 - 1);
    const says = await Promise.all([file, withNet(file, lean)].map(async (bytes) => {
      const session = await ort.InferenceSession.create(bytes, { executionProviders: ['cpu'], intraOpNumThreads: 1 });
      const output = (await session.run({ x: new ort.Tensor('float32', input, [...sides]) }))[session.outputNames[0] ?? ''];
      await session.release();
      return output?.data as Float32Array;
    }));
    const [before = new Float32Array(), after = new Float32Array()] = says;
    expect(after.length).toBe(before.length);
    expect(before.some((value) => value > 0.3)).toBe(true);
    expect(before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? Infinity))), 0)).toBeLessThan(1e-4);
  });
});

it('a file that is no model is refused', () => {
  expect(() => netOf(new TextEncoder().encode('no model'))).toThrow('no model');
});
