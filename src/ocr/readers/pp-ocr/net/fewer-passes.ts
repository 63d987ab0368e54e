import { newNode, type Constant, type Net, type Node } from './onnx-file.js';

/** What a row of steps does with each number of a tensor: times `factor`, plus `shift`. */
interface Linear {
  readonly factor: number;
  readonly shift: number;
  /** The tensor that it is done to, and what comes of it. */
  readonly from: string;
  readonly to: string;
  readonly steps: readonly Node[];
}

/**
 * A net that says the same in fewer passes over its tensors. The models of
 * PaddleOCR scale and shift each tensor by single numbers, each in a pass of
 * its own, and onnxruntime, which could fold that into the convolutions around
 * it, knows the numbers only in another shape: so two thirds of the time go into
 * moving memory. Such steps go into the convolution before them, or into those
 * after them where these see no border, or become one convolution by one number.
 * All of this is exact, but for rounding. What is not understood stays as it is.
 */
export function withFewerPasses(net: Net): Net {
  let result = net;
  for (;;) {
    const next = folded(result);
    if (next === null) return result;
    result = next;
  }
}

/** The net with its first row of linear steps folded that can be; null where there is none. */
function folded(net: Net): Net | null {
  const plan = new Plan(net);
  for (const node of net.nodes) {
    const linear = plan.linearFrom(node);
    const change = linear && (plan.intoBefore(linear) ?? plan.intoAfter(linear) ?? plan.intoOne(linear));
    if (change) return change;
  }
  return null;
}

/** A net and who makes and takes each of its tensors. */
class Plan {
  private readonly makers = new Map<string, Node>();
  private readonly takers = new Map<string, Node[]>();

  constructor(private readonly net: Net) {
    for (const node of net.nodes) {
      for (const name of node.outputs) this.makers.set(name, node);
      for (const name of new Set(node.inputs)) this.takers.set(name, [...this.takersOf(name), node]);
    }
  }

  private takersOf(name: string): readonly Node[] {
    return this.takers.get(name) ?? [];
  }

  /** The row of linear steps that begins with a step: each is all that is done with what comes of the one before. */
  linearFrom(first: Node): Linear | null {
    let linear = this.stepOf(first);
    for (let more = linear && this.following(linear); linear && more; more = this.following(linear)) {
      linear = { factor: linear.factor * more.factor, shift: linear.shift * more.factor + more.shift, from: linear.from, to: more.to, steps: [...linear.steps, ...more.steps] };
    }
    return linear;
  }

  private following({ to }: Linear): Linear | null {
    const [next, ...others] = this.takersOf(to);
    return next && others.length === 0 ? this.stepOf(next) : null;
  }

  private stepOf(step: Node): Linear | null {
    const [a = '', b = ''] = step.inputs;
    const to = step.outputs[0] ?? '';
    const [right, left] = [this.single(b), this.single(a)];
    const [value, from] = right !== null ? [right, a] : [left, b];
    if (value === null || step.inputs.length !== 2 || (right !== null && left !== null)) return null;
    if (step.kind === 'Mul') return { factor: value, shift: 0, from, to, steps: [step] };
    if (step.kind === 'Add') return { factor: 1, shift: value, from, to, steps: [step] };
    return step.kind === 'Div' && right !== null ? { factor: 1 / value, shift: 0, from, to, steps: [step] } : null;
  }

  /** The one number of a constant that has no more; null for anything else. */
  private single(name: string): number | null {
    const values = this.net.constants.get(name)?.values;
    return values?.length === 1 ? (values[0] ?? null) : null;
  }

  /** Into the convolution that makes the tensor, where nobody else takes it. */
  intoBefore({ factor, shift, from, to, steps }: Linear): Net | null {
    const maker = this.makers.get(from);
    const weights = maker && this.weightsOf(maker);
    if (!maker || !weights || this.takersOf(from).length !== 1) return null;
    const { kernel, bias } = weights;
    return this.changed(steps, [[maker, {
      kernel: { ...kernel, values: kernel.values.map((w) => w * factor) },
      bias: bias.map((b) => b * factor + shift),
      output: to,
    }]]);
  }

  /** Into the convolutions that take the tensor, where they are all that do and none sees anything beyond its border. */
  intoAfter({ factor, shift, from, to, steps }: Linear): Net | null {
    const takers = this.takersOf(to);
    const changes: Change[] = [];
    for (const taker of takers) {
      const weights = this.weightsOf(taker);
      if (!weights || taker.inputs[0] !== to || (taker.numbers.get('pads') ?? []).some((pad) => pad !== 0)) return null;
      const { kernel, bias } = weights;
      const each = kernel.values.length / bias.length;
      const sum = (channel: number): number => kernel.values.subarray(channel * each, (channel + 1) * each).reduce((s, w) => s + w, 0);
      changes.push([taker, { kernel: { ...kernel, values: kernel.values.map((w) => w * factor) }, bias: bias.map((b, channel) => b + shift * sum(channel)), input: from }]);
    }
    return changes.length > 0 ? this.changed(steps, changes) : null;
  }

  /** Into one convolution of one number a channel, whose passes onnxruntime joins with what stands around it. */
  intoOne({ factor, shift, from, to, steps }: Linear): Net | null {
    const channels = this.channelsOf(from);
    const [first] = steps;
    if (channels === null || !first) return null;
    const constants = new Map(this.net.constants);
    const [kernel, bias] = [`${to}/factor`, `${to}/shift`];
    constants.set(kernel, { sides: [channels, 1, 1, 1], values: new Float32Array(channels).fill(factor) });
    constants.set(bias, { sides: [channels], values: new Float32Array(channels).fill(shift) });
    const own = newNode('Conv', [from, kernel, bias], to, { kernel_shape: [1, 1], group: channels });
    return { constants, nodes: this.net.nodes.flatMap((node) => (node === first ? [own] : steps.includes(node) ? [] : [node])) };
  }

  private changed(steps: readonly Node[], changes: readonly Change[]): Net {
    const constants = new Map(this.net.constants);
    const nodes = this.net.nodes.filter((node) => !steps.includes(node)).map((node): Node => {
      const change = changes.find(([old]) => old === node)?.[1];
      if (!change) return node;
      const output = change.output ?? node.outputs[0] ?? '';
      const [kernel, bias] = [`${output}/kernel`, `${output}/bias`];
      constants.set(kernel, change.kernel);
      constants.set(bias, { sides: [change.bias.length], values: change.bias });
      return { ...node, inputs: [change.input ?? node.inputs[0] ?? '', kernel, bias], outputs: [output] };
    });
    return { constants, nodes };
  }

  /** The weights of a convolution; null of anything else, and where they are not constant. */
  private weightsOf({ kind, inputs }: Node): Weights | null {
    const kernel = this.net.constants.get(inputs[1] ?? '');
    const bias = inputs[2] === undefined ? new Float32Array(kernel?.sides[0] ?? 0) : this.net.constants.get(inputs[2])?.values;
    return kind === 'Conv' && kernel && bias ? { kernel, bias } : null;
  }

  /** How many channels a tensor has that comes of a convolution and of steps that keep its shape; null where that is not known. */
  private channelsOf(name: string): number | null {
    const maker = this.makers.get(name);
    if (!maker) return null;
    if (maker.kind === 'Conv') return this.weightsOf(maker)?.kernel.sides[0] ?? null;
    if (!keepsShape.has(maker.kind)) return null;
    const known = maker.inputs.flatMap((input) => this.channelsOf(input) ?? []);
    return known.length > 0 ? Math.max(...known) : null;
  }
}

/** Steps that give a tensor of the shape they take. */
const keepsShape: ReadonlySet<string> = new Set(['Add', 'BatchNormalization', 'Clip', 'HardSigmoid', 'Mul', 'Relu', 'Sigmoid']);

interface Weights {
  /** Of each channel that comes out, those of the channels that go in. */
  readonly kernel: Constant;
  /** One a channel that comes out. */
  readonly bias: Float32Array;
}

/** A convolution, and what becomes of it. */
type Change = readonly [Node, Weights & { readonly input?: string; readonly output?: string }];
