/** A field of a message in the wire format of Protocol Buffers. */
export interface Field {
  readonly number: number;
  /** 0 a whole number, 1 eight bytes, 2 any number of bytes, 5 four bytes. */
  readonly wire: number;
  /** As they stand in the message; of wire 2 without their length. */
  readonly bytes: Uint8Array;
}

/**
 * The fields of a message, in the order they stand in.
 *
 * @throws Error where the bytes are no message
 */
export function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const passNumber = (): Uint8Array => {
    const from = at;
    while ((message[at++] ?? 0) >= 128);
    return message.subarray(from, at);
  };
  while (at < message.length) {
    const key = wholeNumber(passNumber());
    const wire = key % 8;
    let bytes: Uint8Array;
    if (wire === 0) bytes = passNumber();
    else {
      const length = wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? wholeNumber(passNumber()) : NaN;
      bytes = message.subarray(at, (at += length));
      if (bytes.length !== length) throw new Error('the model is cut off, or no model');
    }
    fields.push({ number: Math.floor(key / 8), wire, bytes });
  }
  return fields;
}

export function messageOf(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flatMap(({ number, wire, bytes }) => [numberBytes(number * 8 + wire), ...(wire === 2 ? [numberBytes(bytes.length)] : []), bytes]));
}

/** A whole number of no more than 53 bits out of its bytes: seven bits in each, the lowest first. */
export const wholeNumber = (bytes: Uint8Array): number => bytes.reduceRight((sum, byte) => sum * 128 + (byte & 127), 0);

/** All the whole numbers of a repeated field, whether each stands by itself or all in one. */
export function wholeNumbersIn(fields: readonly Field[], number: number): number[] {
  return fields.filter((f) => f.number === number).flatMap(({ wire, bytes }) => {
    if (wire === 0) return [wholeNumber(bytes)];
    const ends = [...bytes.keys()].filter((i) => (bytes[i] ?? 0) < 128);
    return ends.map((end, i) => wholeNumber(bytes.subarray((ends[i - 1] ?? -1) + 1, end + 1)));
  });
}

function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

const utf8 = new TextDecoder();
export const textIn = (fields: readonly Field[], number: number): string => utf8.decode(fields.find((f) => f.number === number)?.bytes);

export const bytesField = (number: number, bytes: Uint8Array): Field => ({ number, wire: 2, bytes });
export const textField = (number: number, text: string): Field => bytesField(number, new TextEncoder().encode(text));
export const numberField = (number: number, value: number): Field => ({ number, wire: 0, bytes: numberBytes(value) });
