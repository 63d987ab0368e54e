import { bytesField, fieldsOf, messageOf, numberField, textField, textIn, wholeNumber, wholeNumbersIn, type Field } from './wire.js';

/** A step of a net: what it does with the tensors of which names, and what it calls its results. */
export interface Node {
  readonly kind: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers by name, those that the net's file says. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** Whatever else the file says of it. */
  readonly rest: readonly Field[];
}

/** A tensor of numbers that do not change. */
export interface Constant {
  readonly sides: readonly number[];
  readonly values: Float32Array;
}

/** A net: its constants by name, and its steps, each behind those it needs. */
export interface Net {
  readonly constants: ReadonlyMap<string, Constant>;
  readonly nodes: readonly Node[];
}

// Numbers of fields, of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
const model = { graph: 7 };
const graph = { node: 1 };
const node = { input: 1, output: 2, kind: 4, attribute: 5 };
const attribute = { name: 1, number: 3, tensor: 5, numbers: 8, type: 20 };
const types = { number: 2, tensor: 4, numbers: 7 };
const tensor = { sides: 1, type: 2, raw: 9 };
const float32 = 1;

/**
 * The net of an ONNX file.
 *
 * @throws Error where the bytes are no ONNX file
 */
export function netOf(file: Uint8Array): Net {
  const constants = new Map<string, Constant>();
  const nodes: Node[] = [];
  for (const { bytes } of graphOf(fieldsOf(file)).filter((f) => f.number === graph.node)) {
    const step = nodeOf(bytes);
    const constant = step.kind === 'Constant' ? constantOf(step) : null;
    if (constant) constants.set(step.outputs[0] ?? '', constant);
    else nodes.push(step);
  }
  return { constants, nodes };
}

/** The file with another net in it. Constants that no step asks for are left out. */
export function withNet(file: Uint8Array, { constants, nodes }: Net): Uint8Array {
  const asked = new Set(nodes.flatMap((n) => n.inputs));
  const steps = [...[...constants].filter(([name]) => asked.has(name)).map(([name, constant]) => constantNode(name, constant)), ...nodes];
  const all = fieldsOf(file);
  const rest = graphOf(all).filter((f) => f.number !== graph.node);
  const own = messageOf([...steps.map((n) => bytesField(graph.node, messageOf(nodeFields(n)))), ...rest]);
  return messageOf(all.map((f) => (f.number === model.graph ? bytesField(model.graph, own) : f)));
}

function graphOf(file: readonly Field[]): Field[] {
  const own = file.find((f) => f.number === model.graph);
  if (!own) throw new Error('the model has no graph');
  return fieldsOf(own.bytes);
}

function nodeOf(bytes: Uint8Array): Node {
  const fields = fieldsOf(bytes);
  const texts = (number: number): string[] => fields.filter((f) => f.number === number).map((f) => textIn([f], number));
  const said = fields.filter((f) => f.number === node.attribute).map((f) => fieldsOf(f.bytes));
  const numbers = new Map(said.map((a) => [textIn(a, attribute.name), [...wholeNumbersIn(a, attribute.number), ...wholeNumbersIn(a, attribute.numbers)]] as const));
  return { kind: textIn(fields, node.kind), inputs: texts(node.input), outputs: texts(node.output), numbers, rest: fields.filter((f) => ![node.input, node.output, node.kind].includes(f.number)) };
}

const nodeFields = ({ kind, inputs, outputs, rest }: Node): Field[] => [...inputs.map((name) => textField(node.input, name)), ...outputs.map((name) => textField(node.output, name)), textField(node.kind, kind), ...rest];

/** A step that says whole numbers of itself. */
export function newNode(kind: string, inputs: readonly string[], output: string, numbers: Readonly<Record<string, readonly number[] | number>> = {}): Node {
  const attributes = Object.entries(numbers).map(([name, value]) =>
    bytesField(node.attribute, messageOf([
      textField(attribute.name, name),
      ...(typeof value === 'number' ? [numberField(attribute.number, value)] : value.map((each) => numberField(attribute.numbers, each))),
      numberField(attribute.type, typeof value === 'number' ? types.number : types.numbers),
    ])));
  return { kind, inputs, outputs: [output], numbers: new Map(Object.entries(numbers).map(([name, value]) => [name, [value].flat()])), rest: attributes };
}

/** Null where it holds something else than numbers of 32 bits, or holds them in another way than these files do. */
function constantOf(step: Node): Constant | null {
  const value = step.rest.flatMap((f) => (f.number === node.attribute ? fieldsOf(f.bytes).filter((a) => a.number === attribute.tensor) : []))[0];
  if (!value) return null;
  const fields = fieldsOf(value.bytes);
  const raw = fields.find((f) => f.number === tensor.raw)?.bytes;
  if (raw === undefined || wholeNumber(fields.find((f) => f.number === tensor.type)?.bytes ?? new Uint8Array()) !== float32) return null;
  // A copy: the bytes of a file lie at any place, numbers at multiples of four.
  return { sides: wholeNumbersIn(fields, tensor.sides), values: new Float32Array(new Uint8Array(raw).buffer) };
}

function constantNode(name: string, { sides, values }: Constant): Node {
  const value = messageOf([...sides.map((side) => numberField(tensor.sides, side)), numberField(tensor.type, float32), bytesField(tensor.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))]);
  const said = messageOf([textField(attribute.name, 'value'), bytesField(attribute.tensor, value), numberField(attribute.type, types.tensor)]);
  return { kind: 'Constant', inputs: [], outputs: [name], numbers: new Map(), rest: [bytesField(node.attribute, said)] };
}
